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
import io.deskhand.brain.internal.turn.TurnContext;
import org.jspecify.annotations.Nullable;

/** Reads one message of a model from its stream, and passes its text to the gate. For one turn. */
public final class StreamReader {

    private final TurnContext turn;
    private final ReplyWriter writer;
    private final SentenceGate gate;
    private final TurnEnding ending;

    StreamReader(TurnContext turn, ReplyWriter writer, SentenceGate gate, TurnEnding ending) {
        this.turn = turn;
        this.writer = writer;
        this.gate = gate;
        this.ending = ending;
    }

    /** @param price of the model */
    ModelReply hear(ModelStream stream, @Nullable Price price) throws InterruptedException {
        @Nullable Usage usage = null;
        try {
            while (true) {
                ModelStream.Next next = stream.next();
                if (next.failure() != null) {
                    return new ModelReply.Failed(next.failure());
                }
                if (next.event() instanceof Text text) {
                    gate.hear(text.delta());
                }
                if (next.event() instanceof Completed completed) {
                    usage = usage(completed.response());
                    return writer.isCut() ? cut() : completed(completed.response());
                }
                if (writer.isCut()) {
                    return cut();
                }
                if (gate.leaked()) {
                    return new ModelReply.Ended(ending.refused());
                }
            }
        } finally {
            turn.record().used(usage, price);
        }
    }

    private ModelReply cut() {
        return new ModelReply.Cut(ending.cut());
    }

    private ModelReply completed(ChatResponse response) throws InterruptedException {
        FinishReason reason = response.finishReason();
        if (reason == null) {
            return new ModelReply.Failed(ModelFailure.CUT);
        }
        if (reason == FinishReason.LENGTH) {
            turn.record().rule("truncated");
            gate.dropOpenSentence();
        }
        gate.endOfMessage();
        if (gate.leaked() || reason == FinishReason.CONTENT_FILTER) {
            return new ModelReply.Ended(ending.refused());
        }
        return new ModelReply.Message(response);
    }

    public static @Nullable Usage usage(ChatResponse response) {
        TokenUsage usage = response.tokenUsage();
        if (usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null) {
            return null;
        }
        return new Usage(usage.inputTokenCount(), usage.outputTokenCount());
    }
}
