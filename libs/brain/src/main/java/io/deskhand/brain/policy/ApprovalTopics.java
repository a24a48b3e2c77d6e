package io.deskhand.brain.policy;

import io.deskhand.brain.TurnRequest;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Bot.SensitiveTopic;
import io.deskhand.brain.internal.text.PhraseMatcher;
import java.util.Optional;

/** The topics on which a colleague must approve the bot's answer before the customer sees it. */
public final class ApprovalTopics {

    private ApprovalTopics() {}

    /** The first approval topic that the question matches. It is known before the answer is written, so that none of it is shown early. */
    public static Optional<String> in(TurnRequest request, Bot bot) {
        String question = Dialogue.of(request).question();
        return bot.approve().stream()
                .filter(topic -> new PhraseMatcher(topic.phrases()).in(question))
                .map(SensitiveTopic::topic)
                .findFirst();
    }
}
