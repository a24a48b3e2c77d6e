package io.deskhand.brain.policy;

import io.deskhand.brain.TurnDecision.Packet;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.internal.detect.HumanRequestMatcher;
import io.deskhand.brain.internal.detect.PersonalData;
import io.deskhand.brain.internal.detect.SmallTalk;
import io.deskhand.brain.internal.text.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the handoff packet from the dialogue alone, without a model. Payment data and identity numbers never get into it. */
public final class PacketWriter {

    private static final int LONGEST = 240;
    private static final int MOST_FACTS = 12;
    private static final Pattern FACT = Pattern.compile(
            "(?<![\\w-])(?:[A-Z]{1,4}-?\\d{3,10}|#\\d{3,12})(?![\\w-])" // order and model numbers
                    + "|\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})\\b" // dates
                    + "|\\b\\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\b"
                    + "|(?:[€£$] ?\\d[\\d.,]*\\d|[€£$] ?\\d|\\b\\d[\\d.,]* ?(?:€|EUR|GBP|USD|euros?|pounds|dollars)(?!\\w))" // money
                    + "|[\\w.%+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}" // e-mail
                    + "|(?i:\\b(?:chargeback|lawyer|refund|warranty claim)\\b)",
            Pattern.UNICODE_CHARACTER_CLASS);

    private PacketWriter() {}

    /** The packet, its first reply in the customer's language. */
    public static Packet write(Bot bot, Dialogue dialogue, String language) {
        List<String> questions = new ArrayList<>(dialogue.earlierQuestions());
        questions.add(dialogue.question());
        List<String> matters = questions.stream()
                .map(PacketWriter::clean)
                .filter(PacketWriter::isMatter)
                .toList();
        String wants = matters.isEmpty() ? shorten(clean(dialogue.question())) : shorten(matters.getFirst());
        String question = matters.isEmpty() ? wants : shorten(matters.getLast());
        List<String> tried = dialogue.answers().stream()
                .map(answer -> firstWords(answer, language))
                .distinct()
                .toList();
        String reply = bot.text(Notice.FIRST_REPLY, language, Map.of("wants", question));
        return new Packet(wants, tried, facts(questions), question, reply);
    }

    private static boolean isMatter(String question) {
        return !question.isBlank() && SmallTalk.in(question).isEmpty() && !onlyAsks(question);
    }

    /** A bare human request tells an agent nothing about the matter. */
    private static boolean onlyAsks(String question) {
        return question.length() < 80
                && HumanRequestMatcher.in(question)
                && Sentences.split(question, "en").size() == 1;
    }

    private static List<String> facts(List<String> questions) {
        Set<String> facts = new LinkedHashSet<>();
        for (String question : questions) {
            Matcher matcher = FACT.matcher(clean(question));
            while (matcher.find() && facts.size() < MOST_FACTS) {
                facts.add(matcher.group());
            }
        }
        return List.copyOf(facts);
    }

    private static String clean(String text) {
        return PersonalData.mask(text, PersonalData.SECRETS)
                .text()
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String firstWords(String answer, String language) {
        List<String> sentences = Sentences.split(clean(answer), language);
        return sentences.isEmpty() ? "" : shorten(sentences.getFirst());
    }

    private static String shorten(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int space = text.lastIndexOf(' ', LONGEST);
        return text.substring(0, space > LONGEST / 2 ? space : LONGEST) + "…";
    }
}
