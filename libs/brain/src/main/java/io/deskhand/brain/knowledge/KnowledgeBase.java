package io.deskhand.brain.knowledge;

import dev.langchain4j.rag.content.retriever.ContentRetriever;
import io.deskhand.brain.bot.Article;
import io.deskhand.brain.knowledge.embedding.EmbeddingCache;
import io.deskhand.brain.knowledge.embedding.Embeddings;
import io.deskhand.brain.knowledge.embedding.TextVectors;
import io.deskhand.brain.knowledge.index.ArticleIndex;
import io.deskhand.brain.knowledge.index.Candidates;
import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.SearchQuery;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bot knows, searchable. Immutable to its users and safe for many threads; a new version of a bot gets a new one.
 *
 * <p>A search takes candidates from the articles (by words and by meaning, fused by rank) or from another store. It scores the evidence of the best {@value #SCORED},
 * removes duplicates, and orders the rest by evidence.
 */
public final class KnowledgeBase {

    private static final int SCORED = 12;

    private final Embeddings embeddings;
    private final Candidates candidates;
    private final @Nullable ArticleIndex index;
    private final @Nullable EmbeddingCache cache;
    private final HitOrder order;

    /** Indexes the articles for customers; staff articles are left out. Takes about 20 ms a passage. */
    public KnowledgeBase(List<Article> articles, Embeddings embeddings) {
        this(articles, embeddings, null);
    }

    /** The same with vectors kept on disk: what is there already takes 0.1 ms a passage. */
    public KnowledgeBase(List<Article> articles, Embeddings embeddings, @Nullable EmbeddingCache cache) {
        this(new ArticleIndex(articles, embeddings, cache, TextVectors.none()), embeddings, cache);
    }

    private KnowledgeBase(ArticleIndex index, Embeddings embeddings, @Nullable EmbeddingCache cache) {
        this.index = index;
        this.candidates = index;
        this.embeddings = embeddings;
        this.cache = cache;
        this.order = HitOrder.of(index.passages());
        // When all vectors were at hand the model may not be loaded yet: better now than in the first customer's turn.
        embeddings.embed("ready");
    }

    private KnowledgeBase(Candidates candidates, Embeddings embeddings) {
        this.index = null;
        this.candidates = candidates;
        this.embeddings = embeddings;
        this.cache = null;
        this.order = HitOrder.of(List.of());
    }

    /**
     * Another store in place of the articles. It proposes; what its segments are worth as evidence is measured here, never taken from the store.
     *
     * @param retriever gives segments with the metadata {@code id}, {@code title} and {@code url}; those without an id are passed over. What it throws, a search throws
     * @param language BCP 47 tag of segments that have no metadata {@code language}
     */
    public static KnowledgeBase over(ContentRetriever retriever, Embeddings embeddings, String language) {
        return new KnowledgeBase(new RetrievedCandidates(retriever, embeddings, language), embeddings);
    }

    /** The knowledge of a new version of the articles. Only texts that are new are embedded; the rest is taken over from this one. */
    public KnowledgeBase refreshed(List<Article> articles) {
        TextVectors earlier = index == null ? TextVectors.none() : index.allVectors();
        return new KnowledgeBase(new ArticleIndex(articles, embeddings, cache, earlier), embeddings, cache);
    }

    /** How many texts had to be embedded when this was built. */
    public int embedded() {
        return index == null ? 0 : index.allVectors().computed();
    }

    /** All passages; none when another store holds them. */
    public List<Passage> passages() {
        return candidates.passages();
    }

    /**
     * Returns the passages that may answer a question, best evidence first. Passages get a small preference for the wanted form of answer, for the question's language,
     * and for a recent check.
     *
     * @param limit most passages to return
     */
    public Retrieval search(SearchQuery query, int limit) {
        Scorer scorer = new Scorer(query, embeddings);
        List<Hit> hits = candidates.find(query, scorer.vector(), Math.max(limit, SCORED)).stream()
                .map(scorer::hit)
                .map(hit -> hit.preferred(order.preference(hit.passage(), query.language())))
                .sorted(Comparator.comparingDouble((Hit hit) -> -hit.rank()))
                .toList();
        return new Retrieval(order.withoutDuplicates(hits).stream().limit(limit).toList());
    }

    /** What BM25 alone finds, for comparison; nothing when another store holds the passages. */
    public List<Passage> searchByWords(SearchQuery query, int limit) {
        return index == null ? List.of() : at(index.byWords(query, limit));
    }

    /** What embeddings alone find, for comparison; nothing when another store holds the passages. */
    public List<Passage> searchByMeaning(SearchQuery query, int limit) {
        return index == null ? List.of() : at(index.byMeaning(embeddings.embed(query.whole()), limit));
    }

    private List<Passage> at(List<Integer> positions) {
        List<Passage> all = candidates.passages();
        return positions.stream().map(all::get).toList();
    }

    /**
     * The sentence of some passages that says most nearly the same as a text.
     *
     * @param within passages of this knowledge base, at least one
     */
    public Passage.Sentence nearestSentence(String text, List<Passage> within, String language) {
        Scorer scorer = new Scorer(SearchQuery.of(text, language), embeddings);
        Passage.Sentence nearest = within.getFirst().sentences().getFirst();
        double highest = -1;
        for (Passage passage : within) {
            List<Double> scores = scorer.sentences(candidates.of(passage));
            for (int i = 0; i < scores.size(); i++) {
                if (scores.get(i) > highest) {
                    highest = scores.get(i);
                    nearest = passage.sentences().get(i);
                }
            }
        }
        return nearest;
    }
}
