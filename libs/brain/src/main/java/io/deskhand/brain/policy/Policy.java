package io.deskhand.brain.policy;

import io.deskhand.brain.CustomerContext;
import io.deskhand.brain.TurnDecision.Route;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Bot.SensitiveTopic;
import io.deskhand.brain.bot.EscalationRule;
import io.deskhand.brain.bot.EscalationRule.Moment;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.internal.detect.Claims;
import io.deskhand.brain.internal.detect.HumanRequestMatcher;
import io.deskhand.brain.internal.detect.SmallTalk;
import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.internal.text.PhraseMatcher;
import io.deskhand.brain.policy.PolicyDecision.MustEscalate;
import io.deskhand.brain.policy.PolicyDecision.MustOffer;
import io.deskhand.brain.policy.PolicyDecision.Proceed;
import io.deskhand.ticketing.ticket.EscalationReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules that apply before every brain, in this order:
 *
 * <ul>
 *   <li>The customer asks for a person, or accepts the offer of one.
 *   <li>The customer writes about a sensitive topic.
 *   <li>A rule of the bot escalates this customer at once.
 *   <li>The customer repeats the same question.
 * </ul>
 *
 * <p>They read what was written since the last boundary entry and what is verified of the customer. So the same dialogue always gets the same verdict, and no count
 * outlives a handoff (I24).
 */
public final class Policy {

    private final Bot bot;
    private final SameQuestion sameQuestion;
    private final List<Topic> topics = new ArrayList<>();
    private final List<Pattern> failureTexts = new ArrayList<>();

    private record Topic(String name, PhraseMatcher phrases, Route route) {}

    public Policy(Bot bot, SameQuestion sameQuestion) {
        this.bot = bot;
        this.sameQuestion = sameQuestion;
        for (SensitiveTopic topic : bot.sensitive()) {
            Route route = new Route(topic.team(), topic.priority());
            topics.add(new Topic(topic.topic(), new PhraseMatcher(topic.phrases()), route));
        }
        for (Notice notice : List.of(Notice.OFFER, Notice.REPEATED, Notice.ASK_PERSON)) {
            bot.texts().allOf(notice).forEach(text -> failureTexts.add(asPattern(text)));
        }
    }

    /** The verdict on a turn. */
    public PolicyDecision before(Dialogue dialogue, TurnRequest request) {
        String question = dialogue.question();
        if (HumanRequestMatcher.in(question)) {
            return new MustEscalate(EscalationReason.ASKED, List.of("asked"));
        }
        if (offered(dialogue) && accepts(question)) {
            return new MustEscalate(EscalationReason.ASKED, List.of("offer_accepted"));
        }
        for (Topic topic : topics) {
            if (topic.phrases().in(question)) {
                return new MustEscalate(
                        EscalationReason.SENSITIVE, List.of("sensitive:" + topic.name()), topic.route());
            }
        }
        Optional<EscalationRule> atOnce = rule(request.customerContext(), Moment.AT_ONCE);
        if (atOnce.isPresent() && !request.givenBack()) {
            return new MustEscalate(
                    EscalationReason.RULE, List.of("rule:" + atOnce.get().name()));
        }
        return repetition(dialogue, request);
    }

    /** "Yes", or "yes" and what is wanted: "yes, a person please". */
    private static boolean accepts(String question) {
        if (saysYes(question)) {
            return true;
        }
        String words = FoldedText.words(question);
        for (int end = words.indexOf(' ');
                end > 0 && saysYes(words.substring(0, end));
                end = words.indexOf(' ', end + 1)) {
            if (HumanRequestMatcher.in(words.substring(end + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean saysYes(String text) {
        return SmallTalk.in(text).equals(Optional.of(SmallTalk.Kind.YES));
    }

    private Optional<EscalationRule> rule(CustomerContext customerContext, Moment moment) {
        return bot.escalation().stream()
                .filter(rule -> rule.moment() == moment && rule.holds(customerContext))
                .findFirst();
    }

    /** The rules that fire after this many consecutive turns without an answer; empty while the bot should still try. */
    public Optional<List<String>> failed(int failures, CustomerContext customerContext) {
        if (failures >= bot.limits().failures()) {
            return Optional.of(List.of("failures:" + failures));
        }
        return rule(customerContext, Moment.ON_FAILURE)
                .map(rule -> List.of("failures:" + failures, "rule:" + rule.name()));
    }

    private PolicyDecision repetition(Dialogue dialogue, TurnRequest request) {
        String language = bot.languageFor(request.language());
        if (SmallTalk.in(dialogue.question())
                .filter(kind -> kind != SmallTalk.Kind.UNHELPFUL)
                .isPresent()) {
            return new Proceed();
        }
        long times = 1
                + dialogue.earlierQuestions().stream()
                        .filter(earlier -> sameQuestion.test(earlier, dialogue.question(), language))
                        .count();
        String rule = "same_question:" + times;
        if (times >= bot.limits().sameQuestionEscalate()) {
            return new MustEscalate(EscalationReason.LOOP, List.of(rule));
        }
        boolean unhelpful = unhelpful(dialogue.question());
        if (times >= bot.limits().sameQuestionOffer() || unhelpful) {
            String fired = unhelpful ? "unhelpful" : rule;
            int failures = failuresBefore(dialogue) + 1;
            return failed(failures, request.customerContext())
                    .<PolicyDecision>map(rules -> new MustEscalate(EscalationReason.LOOP, joined(fired, rules)))
                    .orElseGet(() -> new MustOffer(List.of(fired)));
        }
        return new Proceed();
    }

    private static List<String> joined(String first, List<String> more) {
        return Stream.concat(Stream.of(first), more.stream()).toList();
    }

    private static boolean unhelpful(String question) {
        return SmallTalk.in(question)
                .filter(kind -> kind == SmallTalk.Kind.UNHELPFUL)
                .isPresent();
    }

    /** How many of the bot's last answers in a row were none. */
    public int failuresBefore(Dialogue dialogue) {
        int failures = 0;
        List<String> answers = dialogue.answers();
        while (failures < answers.size() && isFailure(answers.get(answers.size() - 1 - failures))) {
            failures++;
        }
        return failures;
    }

    /** Returns whether the bot's last message offered a person. */
    public boolean offered(Dialogue dialogue) {
        return isFailure(dialogue.lastAnswer()) || Claims.offer(dialogue.lastAnswer());
    }

    private boolean isFailure(String answer) {
        return failureTexts.stream().anyMatch(text -> text.matcher(answer).find());
    }

    private static Pattern asPattern(String template) {
        StringBuilder regex = new StringBuilder();
        for (String literal : template.split("\\{\\{[a-z]+}}", -1)) {
            regex.append(regex.isEmpty() ? "" : ".{0,200}?").append(Pattern.quote(literal));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
