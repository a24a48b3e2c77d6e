package io.deskhand.brain.internal.packet;

import io.deskhand.brain.TurnDecision.Packet;
import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.TurnRequest.Utterance;
import io.deskhand.brain.internal.detect.Claims;
import io.deskhand.brain.internal.detect.Injection;
import io.deskhand.brain.internal.detect.PersonalData;
import io.deskhand.brain.internal.guard.SaidFigures;
import io.deskhand.brain.internal.text.FoldedText;
import io.deskhand.brain.internal.turn.TurnRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a model's packet and takes of it what the dialogue supports; the rest stays as it was in the first packet. */
final class PacketCheck {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 300;
    private static final int LONGEST_REPLY = 600;
    private static final int MOST = 12;

    private final String dialogue;
    private final SaidFigures figures;
    private final TurnRecord record;

    PacketCheck(TurnRequest request, TurnRecord record) {
        String said = request.dialogue().stream().map(Utterance::text).collect(Collectors.joining("\n"));
        this.dialogue = FoldedText.of(said);
        this.figures = new SaidFigures(said);
        this.record = record;
    }

    /** Empty if it is no packet at all. */
    Optional<Packet> read(String answer, Packet first) {
        int start = answer.indexOf('{');
        int end = answer.lastIndexOf('}');
        if (start < 0 || end < start) {
            return Optional.empty();
        }
        JsonNode json;
        try {
            json = JSON.readTree(answer.substring(start, end + 1));
        } catch (JacksonException e) {
            return Optional.empty();
        }
        if (!json.path("wants").isString()) {
            return Optional.empty();
        }
        return Optional.of(new Packet(
                text(json, "wants", LONGEST, first.wants()),
                tried(json, first),
                facts(json, first),
                text(json, "question", LONGEST, first.question()),
                text(json, "suggestedReply", LONGEST_REPLY, first.suggestedReply())));
    }

    private String text(JsonNode json, String key, int longest, String otherwise) {
        String text = clean(json.path(key).asString(""));
        return !text.isEmpty() && text.length() <= longest && fits(text, key) ? text : otherwise;
    }

    private List<String> tried(JsonNode json, Packet first) {
        List<String> tried = strings(json.path("tried")).stream()
                .filter(text -> text.length() <= LONGEST && fits(text, "tried"))
                .toList();
        return tried.isEmpty() ? first.tried() : tried;
    }

    /** The first packet's facts, and what else the model has copied from the dialogue. */
    private List<String> facts(JsonNode json, Packet first) {
        List<String> facts = new ArrayList<>(first.facts());
        for (String fact : strings(json.path("facts"))) {
            boolean known = facts.stream().anyMatch(one -> one.equalsIgnoreCase(fact));
            if (!known && facts.size() < MOST && fact.length() <= LONGEST) {
                if (dialogue.contains(FoldedText.of(fact))) {
                    facts.add(fact);
                } else {
                    record.guard("packet:unknown_fact");
                }
            }
        }
        return facts;
    }

    private boolean fits(String text, String part) {
        String broken = broken(text, part.equals("suggestedReply"));
        if (!broken.isEmpty()) {
            record.guard("packet:" + broken);
        }
        return broken.isEmpty();
    }

    private String broken(String text, boolean toCustomer) {
        if (!figures.include(text)) {
            return "unknown_figure";
        }
        if (Injection.inArticle(text)) {
            return "order";
        }
        return toCustomer && text.contains("://") ? "link" : toCustomer && Claims.laterWork(text) ? "promise" : "";
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(clean(item.asString(""))));
        return strings.stream().filter(text -> !text.isEmpty()).limit(MOST).toList();
    }

    private static String clean(String text) {
        return PersonalData.mask(text, PersonalData.SECRETS)
                .text()
                .replaceAll("\\s+", " ")
                .strip();
    }
}
