package io.deskhand.brain.internal.llm;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import io.deskhand.brain.PendingCall;
import io.deskhand.brain.TurnDecision;
import io.deskhand.brain.TurnDecision.Reason;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.brain.internal.detect.SmallTalk;
import io.deskhand.brain.internal.toolcall.ToolResult;
import io.deskhand.brain.internal.toolcall.Toolbox;
import io.deskhand.brain.internal.toolcall.TurnTools;
import io.deskhand.brain.internal.turn.Outcomes;
import io.deskhand.brain.internal.turn.TurnContext;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the tools of a bot's file do in a turn, and how a turn ends on account of them. For one turn. */
final class ToolCalls {

    private static final int MOST_FAILURES = 2;

    private final Bot bot;
    private final Outcomes outcomes;
    private final TurnPrompt prompt;
    private final SentenceGate gate;
    private final TurnContext turn;
    private final ReplyWriter writer;
    private final TurnTools tools;
    private final List<ChatMessage> agreed = new ArrayList<>();
    private @Nullable PendingCall acted;
    private int failures;
    private boolean uncertain;

    ToolCalls(
            Toolbox toolbox,
            Bot bot,
            Outcomes outcomes,
            TurnPrompt prompt,
            SentenceGate gate,
            TurnContext turn,
            ReplyWriter writer,
            InstantSource time) {
        this.bot = bot;
        this.outcomes = outcomes;
        this.prompt = prompt;
        this.gate = gate;
        this.turn = turn;
        this.writer = writer;
        this.tools = new TurnTools(toolbox, turn.request(), turn.record()::rule, writer::mayAct, time);
    }

    List<ToolSpecification> specifications() {
        return tools.specifications();
    }

    boolean has(String name) {
        return tools.has(name);
    }

    /** Makes the call that the bot's last message asked about, if the customer has agreed; a decision if the turn ends with it. */
    Optional<TurnDecision> makeAgreed() throws InterruptedException {
        PendingCall call = turn.request().pending();
        if (call == null || !SmallTalk.consents(turn.dialogue().question())) {
            return Optional.empty();
        }
        turn.record().rule("agreed:" + call.tool());
        writer.toolCall(call.tool());
        return switch (tools.callAgreed(call)) {
            case ToolResult.Answered answered -> {
                acted = answered.found() ? call : null;
                ToolExecutionRequest request = ToolExecutionRequest.builder()
                        .id("agreed")
                        .name(call.tool())
                        .arguments(call.arguments())
                        .build();
                agreed.add(AiMessage.from(request));
                agreed.add(ToolExecutionResultMessage.from(request, forModel(call.tool(), answered)));
                yield Optional.empty();
            }
            case ToolResult.Failed failed -> {
                uncertain = failed.uncertain();
                yield Optional.of(failed(call));
            }
            case ToolResult.Cut cut -> Optional.of(cut());
            case ToolResult.Unusable unusable -> Optional.of(failed(call));
            case ToolResult.NeedsConsent asked -> Optional.of(failed(call));
        };
    }

    /** The call that {@link #makeAgreed} made, and its result, for the model. */
    List<ChatMessage> agreedMessages() {
        return agreed;
    }

    /** Makes a call of the model; a decision if the turn ends with it (I6). */
    Optional<TurnDecision> make(ToolExecutionRequest request, List<ChatMessage> messages) throws InterruptedException {
        String name = request.name();
        writer.toolCall(name);
        return switch (tools.call(name, request.arguments())) {
            case ToolResult.Answered answered -> tell(request, forModel(name, answered), messages);
            case ToolResult.Unusable unusable -> tell(request, unusable.message(), messages);
            case ToolResult.NeedsConsent asked -> Optional.of(ask(asked.call()));
            case ToolResult.Cut cut -> Optional.of(cut());
            case ToolResult.Failed failed -> {
                uncertain |= failed.uncertain();
                yield ++failures < MOST_FAILURES
                        ? tell(request, failed.message(), messages)
                        : Optional.of(failed(
                                new PendingCall(name, request.arguments() == null ? "{}" : request.arguments(), 0)));
            }
        };
    }

    /** Whether something was done to which the customer had agreed. */
    boolean hasActed() {
        return acted != null;
    }

    /** Says what was done, without a model. */
    TurnDecision done() throws InterruptedException {
        writer.write(text(Notice.TOOL_DONE, acted));
        return new TurnDecision.Answered(writer.said(), List.of(), turn.record().trace());
    }

    private Optional<TurnDecision> tell(ToolExecutionRequest request, String result, List<ChatMessage> messages) {
        messages.add(ToolExecutionResultMessage.from(request, result));
        return Optional.empty();
    }

    private String forModel(String name, ToolResult.Answered answered) {
        gate.mayRestOn(answered.json());
        String delimited = prompt.delimited(turn, name, answered.json());
        return answered.found() ? delimited : "there is no such thing, or it cannot be done:\n" + delimited;
    }

    private TurnDecision ask(PendingCall call) throws InterruptedException {
        writer.write("\n\n" + text(Notice.TOOL_CONFIRM, call));
        return new TurnDecision.Clarify(writer.said(), turn.record().trace(), call);
    }

    private TurnDecision failed(PendingCall call) throws InterruptedException {
        Notice truth = uncertain ? Notice.TOOL_UNCERTAIN : tools.hasChanged() ? Notice.UNFINISHED : Notice.TOOL_FAILED;
        if (hasActed()) {
            writer.write("\n\n" + text(Notice.TOOL_DONE, acted));
        }
        writer.write("\n\n" + text(truth, call));
        return outcomes.escalate(Reason.TOOL_FAILED, writer.said(), List.of("tool_failed"), turn);
    }

    private TurnDecision cut() {
        turn.record().rule("cut");
        return new TurnDecision.Answered(
                writer.said(), gate.citations(), turn.record().trace());
    }

    private String text(Notice notice, @Nullable PendingCall call) {
        String language = turn.language();
        String what = call == null
                ? ""
                : tools.inWords(call, language, bot.languages().getFirst()).orElse(call.tool());
        return bot.text(notice, language, Map.of("what", what));
    }
}
