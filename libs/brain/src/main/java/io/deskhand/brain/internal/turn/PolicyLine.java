package io.deskhand.brain.internal.turn;

import io.deskhand.brain.bot.Bot;
import java.util.List;

/** Names the line of {@code bot.yaml}, or the built-in rule, behind the rules that fired. Readers of a decision then know where to change it. */
final class PolicyLine {

    private PolicyLine() {}

    /** The line behind the last rule that has one; empty if none has. */
    static String behind(List<String> rules, Bot bot) {
        return rules.reversed().stream()
                .map(rule -> line(rule, bot))
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String line(String rule, Bot bot) {
        int colon = rule.indexOf(':');
        String name = colon < 0 ? rule : rule.substring(0, colon);
        String detail = colon < 0 ? "" : rule.substring(colon + 1);
        return switch (name) {
            case "asked", "offer_accepted" -> "built in: who asks for a person gets one";
            case "claimed_transfer" -> "built in: a transfer that is claimed happens (I9)";
            case "sensitive" -> "sensitive: " + detail;
            case "same_question" ->
                bot.limits().sameQuestionEscalate() <= number(detail)
                        ? "limits.same_question_escalate: " + bot.limits().sameQuestionEscalate()
                        : "limits.same_question_offer: " + bot.limits().sameQuestionOffer();
            case "failures" -> "limits.failures: " + bot.limits().failures();
            case "weak_evidence" -> "evidence.answer: " + bot.evidence().answer();
            case "budget" -> "budget." + detail;
            case "paced" -> "deskhand.llm.outages-per-minute";
            default -> "";
        };
    }

    private static int number(String digits) {
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
