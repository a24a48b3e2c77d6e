package io.deskhand.brain.knowledge.index;

import io.deskhand.brain.bot.Article;
import io.deskhand.brain.knowledge.embedding.CompactVector;
import io.deskhand.brain.knowledge.embedding.EmbeddingCache;
import io.deskhand.brain.knowledge.embedding.Embeddings;
import io.deskhand.brain.knowledge.embedding.TextVectors;
import io.deskhand.brain.knowledge.embedding.VectorKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An in-memory index of a bot's articles, by words (BM25) and by embeddings. Immutable once built. */
public final class ArticleIndex implements Candidates {

    private static final int MOST_PASSAGES = 50_000;

    private final List<Passage> passages = new ArrayList<>();
    private final List<int[]> wordsOf = new ArrayList<>();
    private final List<List<CompactVector>> sentencesOf = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Lexicon> lexicons = new HashMap<>();
    private final VectorIndex vectors;
    private final WordIndex words;
    private final TextVectors all;

    /**
     * @param earlier vectors that need not be computed again
     * @throws IllegalArgumentException if the articles have more than {@value #MOST_PASSAGES} passages
     */
    public ArticleIndex(
            List<Article> articles, Embeddings embeddings, @Nullable EmbeddingCache cache, TextVectors earlier) {
        List<ArticlePassages> read = ArticlePassages.read(articles);
        if (read.size() > MOST_PASSAGES) {
            throw new IllegalArgumentException("unable to index the knowledge; it has " + read.size()
                    + " passages, more than " + MOST_PASSAGES + "; split the bot");
        }
        List<Texts> keys = read.parallelStream().map(Texts::of).toList();
        CompletableFuture<TextVectors> vectorsOfTexts =
                CompletableFuture.supplyAsync(() -> TextVectors.of(texts(keys), embeddings, cache, earlier));
        for (ArticlePassages one : read) {
            positions.put(one.passage().id(), passages.size());
            passages.add(one.passage());
        }
        List<PassageWords> wordsOfPassages = PassageWords.of(read);
        CompletableFuture<Void> counting = CompletableFuture.runAsync(() -> wordsOfPassages.forEach(this::count));
        this.words = new WordIndex(wordsOfPassages);
        counting.join();
        this.all = vectorsOfTexts.join();
        List<List<CompactVector>> vectorsOf = new ArrayList<>();
        for (Texts one : keys) {
            vectorsOf.add(one.meanings().keySet().stream().map(all::of).toList());
            sentencesOf.add(one.sentences().stream().map(all::of).toList());
        }
        this.vectors = new VectorIndex(vectorsOf, embeddings.dimensions());
    }

    private void count(PassageWords passage) {
        wordsOf.add(lexicons.computeIfAbsent(passage.language(), language -> new Lexicon())
                .add(passage.distinct()));
    }

    private static Map<VectorKey, String> texts(List<Texts> passages) {
        Map<VectorKey, String> all = new LinkedHashMap<>();
        for (Texts one : passages) {
            all.putAll(one.meanings());
            for (int i = 0; i < one.sentences().size(); i++) {
                all.put(one.sentences().get(i), one.inContext().get(i));
            }
        }
        return all;
    }

    /**
     * What is embedded of a passage.
     *
     * @param meanings the passage as a whole, and how customers put it
     * @param sentences keys of its sentences, in order
     * @param inContext those sentences
     */
    private record Texts(Map<VectorKey, String> meanings, List<VectorKey> sentences, List<String> inContext) {

        static Texts of(ArticlePassages one) {
            Map<VectorKey, String> meanings = new LinkedHashMap<>();
            String whole = one.passage().embeddingText();
            meanings.put(VectorKey.of(whole), whole);
            one.questions().forEach(question -> meanings.put(VectorKey.of(question), question));
            List<String> inContext = ArticleIndex.inContext(one.passage());
            return new Texts(meanings, inContext.stream().map(VectorKey::of).toList(), inContext);
        }
    }

    /** A sentence with its heading, for embedding: "it costs €5" means little without it. */
    public static List<String> inContext(Passage passage) {
        String heading = passage.headings().isEmpty()
                ? passage.title()
                : passage.headings().getLast();
        return passage.sentences().stream()
                .map(sentence -> heading + ": " + sentence.lead() + " " + sentence.text())
                .toList();
    }

    /** All vectors, for the index of the next version. */
    public TextVectors allVectors() {
        return all;
    }

    @Override
    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    @Override
    public List<Candidate> find(SearchQuery query, float[] vector, int limit) {
        RankFusion fusion = new RankFusion();
        fusion.add(byWords(query, RankFusion.CANDIDATES));
        fusion.add(vectors.nearest(vector, RankFusion.CANDIDATES));
        return fusion.best(limit).stream()
                .map(position -> candidate(position, vectors.cosine(position, vector)))
                .toList();
    }

    /** Positions of the best passages by BM25 alone. */
    public List<Integer> byWords(SearchQuery query, int limit) {
        return words.search(query, limit);
    }

    /** Positions of the best passages by embedding alone. */
    public List<Integer> byMeaning(float[] vector, int limit) {
        return vectors.nearest(vector, limit);
    }

    @Override
    public Candidate of(Passage passage) {
        Integer position = positions.get(passage.id());
        if (position == null) {
            throw new IllegalArgumentException(
                    "unable to score passage " + passage.id() + "; it is not of this knowledge base");
        }
        return candidate(position, 0);
    }

    private Candidate candidate(int position, double cosine) {
        Passage passage = passages.get(position);
        Lexicon lexicon = lexicons.get(passage.language());
        if (lexicon == null) {
            throw new IllegalStateException("a passage was not counted");
        }
        return new Candidate(passage, cosine, lexicon.in(wordsOf.get(position)), sentencesOf.get(position), lexicon);
    }
}
