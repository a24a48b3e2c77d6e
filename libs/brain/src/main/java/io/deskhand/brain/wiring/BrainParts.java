package io.deskhand.brain.wiring;

import dev.langchain4j.http.client.HttpClient;
import io.deskhand.brain.GuardListener;
import io.deskhand.brain.budget.LocalSpending;
import io.deskhand.brain.budget.Spending;
import io.deskhand.brain.knowledge.KnowledgeSource;
import io.deskhand.brain.knowledge.embedding.EmbeddingCache;
import io.deskhand.brain.knowledge.embedding.Embeddings;
import io.deskhand.brain.knowledge.embedding.MiniLm;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * What of {@link Brains} can be replaced.
 *
 * @param transport wraps the HTTP client that goes to the model
 * @param seed at least 16 bytes from which nonces and canaries are derived
 * @param knowledge where the bots' knowledge comes from
 * @param spending where it is counted what the models cost
 * @param guards receives what the guards do
 */
public record BrainParts(
        Embeddings embeddings,
        InstantSource time,
        UnaryOperator<HttpClient> transport,
        byte[] seed,
        KnowledgeSource knowledge,
        Spending spending,
        GuardListener guards) {

    /** The bots' own articles as knowledge, with vectors kept in memory alone; counts spending in this process, and reports guards to no one. */
    public BrainParts(Embeddings embeddings, InstantSource time, UnaryOperator<HttpClient> transport, byte[] seed) {
        this(
                embeddings,
                time,
                transport,
                seed,
                KnowledgeSource.articles(embeddings, null),
                new LocalSpending(),
                GuardListener.NONE);
    }

    /**
     * The in-process embedding model, the system's clock, the plain network, a random seed, the bots' own articles with vectors kept in {@link
     * EmbeddingCache#standardFolder}.
     */
    public static BrainParts production() {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        Embeddings embeddings = MiniLm.shared();
        EmbeddingCache cache = new EmbeddingCache(
                EmbeddingCache.standardFolder(System.getenv(), System.getProperty("user.home", "")),
                EmbeddingCache.DEFAULT_BYTES);
        return new BrainParts(
                embeddings,
                InstantSource.system(),
                UnaryOperator.identity(),
                seed,
                KnowledgeSource.articles(embeddings, cache),
                new LocalSpending(),
                GuardListener.NONE);
    }

    /** The same with another source of knowledge. */
    public BrainParts withKnowledge(KnowledgeSource knowledge) {
        return new BrainParts(embeddings, time, transport, seed, knowledge, spending, guards);
    }

    /** The same, with spending and guards watched by others. */
    public BrainParts with(Spending spending, GuardListener guards) {
        return new BrainParts(embeddings, time, transport, seed, knowledge, spending, guards);
    }
}
