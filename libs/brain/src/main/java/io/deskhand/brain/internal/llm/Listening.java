package io.deskhand.brain.internal.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.deskhand.brain.Price;
import io.deskhand.brain.Usage;
import io.deskhand.brain.internal.model.ModelEvent.Completed;
import io.deskhand.brain.internal.model.ModelEvent.Text;
import io.deskhand.brain.internal.model.ModelFailure;
import io.deskhand.brain.internal.model.ModelStream;
import io.deskhand.brain.internal.turn.Turn;
import org.jspecify.annotations.Nullable;

/** Hears one message of a model to its end, while its sentences are said. For one turn. */
public final class Listening {

    private final Turn turn;
    private final Voice voice;
    private final Speech speech;
    private final Endings endings;

    Listening(Turn turn, Voice voice, Speech speech, Endings endings) {
        this.turn = turn;
        this.voice = voice;
        this.speech = speech;
        this.endings = endings;
    }

    /** @param price of the model that is heard */
    Reply hear(ModelStream stream, @Nullable Price price) throws InterruptedException {
        @Nullable Usage usage = null;
        try {
            while (true) {
                ModelStream.Next next = stream.next();
                if (next.failure() != null) {
                    return new Reply.Failed(next.failure());
                }
                if (next.event() instanceof Text text) {
                    speech.hear(text.delta());
                }
                if (next.event() instanceof Completed completed) {
                    usage = usage(completed.response());
                    return voice.isCut() ? cut() : completed(completed.response());
                }
                if (voice.isCut()) {
                    return cut();
                }
                if (speech.leaked()) {
                    return new Reply.Ended(endings.refused());
                }
            }
        } finally {
            turn.record().used(usage, price);
        }
    }

    private Reply cut() {
        return new Reply.Cut(endings.cut());
    }

    private Reply completed(ChatResponse response) throws InterruptedException {
        FinishReason reason = response.finishReason();
        if (reason == null) {
            return new Reply.Failed(ModelFailure.CUT);
        }
        if (reason == FinishReason.LENGTH) {
            turn.record().rule("truncated");
            speech.dropOpenSentence();
        }
        speech.endOfMessage();
        if (speech.leaked() || reason == FinishReason.CONTENT_FILTER) {
            return new Reply.Ended(endings.refused());
        }
        return new Reply.Message(response);
    }

    public static @Nullable Usage usage(ChatResponse response) {
        TokenUsage usage = response.tokenUsage();
        if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
            return null;
        }
        return new Usage(usage.inputTokenCount(), usage.outputTokenCount());
    }
}
