package io.deskhand.brain.policy;

import io.deskhand.brain.Decision.Reason;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Bot.SensitiveTopic;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.guard.Claims;
import io.deskhand.brain.policy.Verdict.MustEscalate;
import io.deskhand.brain.policy.Verdict.MustOffer;
import io.deskhand.brain.policy.Verdict.Proceed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The rules that stand before every brain, in this order: the customer asks for a person; accepts the offer of one; writes about a sensitive topic; asks the
 * same again and again. They read what was written and nothing else, so that the same dialogue always gets the same verdict.
 */
public final class Policy {

    private final Bot bot;
    private final SameQuestion sameQuestion;
    private final List<Topic> topics = new ArrayList<>();
    private final List<Pattern> failureTexts = new ArrayList<>();

    private record Topic(String name, PhraseMatcher phrases) {}

    public Policy(Bot bot, SameQuestion sameQuestion) {
        this.bot = bot;
        this.sameQuestion = sameQuestion;
        for (SensitiveTopic topic : bot.sensitive()) {
            topics.add(new Topic(topic.topic(), new PhraseMatcher(topic.phrases())));
        }
        for (Notice notice : List.of(Notice.OFFER, Notice.REPEATED, Notice.ASK_PERSON)) {
            bot.texts().allOf(notice).forEach(text -> failureTexts.add(asPattern(text)));
        }
    }

    /** The verdict on a turn. */
    public Verdict before(Dialogue dialogue, String language) {
        String question = dialogue.question();
        if (AskForPerson.in(question)) {
            return new MustEscalate(Reason.ASKED, List.of("asked"));
        }
        if (offered(dialogue) && SmallTalk.in(question).equals(Optional.of(SmallTalk.Kind.YES))) {
            return new MustEscalate(Reason.ASKED, List.of("offer_accepted"));
        }
        for (Topic topic : topics) {
            if (topic.phrases().in(question)) {
                return new MustEscalate(Reason.SENSITIVE, List.of("sensitive:" + topic.name()));
            }
        }
        return repetition(dialogue, language);
    }

    private Verdict repetition(Dialogue dialogue, String language) {
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
            return new MustEscalate(Reason.LOOP, List.of(rule));
        }
        boolean unhelpful = unhelpful(dialogue.question());
        if (times >= bot.limits().sameQuestionOffer() || unhelpful) {
            String fired = unhelpful ? "unhelpful" : rule;
            int failures = failuresBefore(dialogue) + 1;
            return failures >= bot.limits().failures()
                    ? new MustEscalate(Reason.LOOP, List.of(fired, "failures:" + failures))
                    : new MustOffer(List.of(fired));
        }
        return new Proceed();
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

    /** Whether the bot's last words offered a person. */
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
