package io.deskhand.brain.knowledge;

import dev.langchain4j.rag.content.retriever.ContentRetriever;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.knowledge.embedding.EmbeddingCache;
import io.deskhand.brain.knowledge.embedding.Embeddings;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the bots' knowledge comes from. */
@FunctionalInterface
public interface KnowledgeSource {

    /** @param earlier the knowledge of the bot's version before; null for the first one */
    KnowledgeBase of(Bot bot, @Nullable KnowledgeBase earlier);

    /** The bots' own articles. What has not changed is not embedded again. */
    static KnowledgeSource articles(Embeddings embeddings, @Nullable EmbeddingCache cache) {
        return (bot, earlier) -> earlier == null
                ? new KnowledgeBase(bot.articles(), embeddings, cache)
                : earlier.refreshed(bot.articles());
    }

    /** Another store; see {@link KnowledgeBase#over}. */
    static KnowledgeSource retriever(Embeddings embeddings, Function<Bot, ContentRetriever> retrieverOf) {
        return (bot, earlier) -> KnowledgeBase.over(
                retrieverOf.apply(bot), embeddings, bot.languages().getFirst());
    }
}
