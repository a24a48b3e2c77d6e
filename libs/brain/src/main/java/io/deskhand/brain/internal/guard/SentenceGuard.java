package io.deskhand.brain.internal.guard;

import io.deskhand.brain.internal.detect.Claims;
import io.deskhand.brain.internal.detect.TypedInstruction;
import io.deskhand.brain.knowledge.index.Passage;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges each sentence of a model before a customer sees it. For one turn. */
public final class SentenceGuard {

    private static final Pattern LINK =
            Pattern.compile("(?:https?://|www\\.)[^\\s)\\]>\"']+", Pattern.CASE_INSENSITIVE);
    private static final Finding FINE = new Finding(Judgement.SHOW, "");

    private final String canary;
    private final Predicate<String> instructions;
    private final TypedInstruction order;
    private final Sources sources;
    private final Grounding grounding;

    /** What to do with a sentence. */
    public enum Judgement {
        SHOW,
        /** Not supported by anything retrieved or said, or promises later work: leave it out. */
        DROP,
        /** Claims a transfer (I9): show nothing more, the transfer has to happen. */
        CLAIMS_TRANSFER,
        /** Gives the instructions away: stop. */
        LEAK
    }

    /**
     * @param judgement what to do
     * @param rule name of the rule that fired; empty for {@link Judgement#SHOW}
     */
    public record Finding(Judgement judgement, String rule) {}

    /**
     * @param canary a word that only the instructions contain
     * @param instructions returns whether a sentence repeats the model's instructions
     * @param message the customer's newest message
     */
    public SentenceGuard(String canary, Predicate<String> instructions, String message, Sources sources) {
        this.canary = canary;
        this.instructions = instructions;
        this.order = new TypedInstruction(message);
        this.sources = sources;
        this.grounding = new Grounding(sources);
    }

    /** Whether the customer gives orders to the machine. */
    public boolean isInstructed() {
        return order.isInstruction();
    }

    /**
     * @param sentence without citation marks
     * @param cited passages of the articles that it cites; empty if it cites none
     */
    public Finding judge(String sentence, Collection<Passage> cited) {
        if (sentence.contains(canary)) {
            return new Finding(Judgement.LEAK, "canary");
        }
        if (instructions.test(sentence)) {
            return new Finding(Judgement.LEAK, "instructions_leaked");
        }
        if (Claims.transfer(sentence)) {
            return new Finding(Judgement.CLAIMS_TRANSFER, "claimed_transfer");
        }
        String dropped = dropped(sentence, cited);
        return dropped.isEmpty() ? FINE : new Finding(Judgement.DROP, "dropped:" + dropped);
    }

    private String dropped(String sentence, Collection<Passage> cited) {
        if (Claims.laterWork(sentence)) {
            return "promise";
        }
        if (cited.isEmpty() && (order.isInstruction() || order.echoedBy(sentence)) && !Claims.offer(sentence)) {
            return order.isInstruction() ? "typed_order" : "echo";
        }
        if (!sources.hasFiguresOf(sentence, cited.isEmpty() ? sources.passages() : cited)) {
            return "ungrounded_figure";
        }
        if (hasUnknownLink(sentence)) {
            return "unknown_link";
        }
        return grounding.supported(sentence, cited) ? "" : "ungrounded";
    }

    private boolean hasUnknownLink(String sentence) {
        Matcher links = LINK.matcher(sentence);
        while (links.find()) {
            String link = links.group().toLowerCase(Locale.ROOT).replaceAll("[.,;:!?]+$", "");
            if (!sources.hasLink(link)) {
                return true;
            }
        }
        return false;
    }
}
