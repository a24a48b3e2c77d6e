package io.deskhand.brain.knowledge;

import io.deskhand.brain.bot.Article;
import io.deskhand.brain.bot.Article.Audience;
import io.deskhand.brain.guard.Injection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The articles that a customer may see, searchable. Immutable to its users and safe for many threads; a new version of a bot gets a new one.
 *
 * <p>A search takes the best {@value #CANDIDATES} passages by BM25 and as many by embedding, fuses both orders by reciprocal rank, scores the evidence of the best
 * {@value #SCORED} and orders those by it.
 */
public final class KnowledgeBase {

    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeBase.class);
    private static final int CANDIDATES = 30;
    private static final int SCORED = 12;

    private static final double FUSION = 60;

    private final List<Passage> passages = new ArrayList<>();
    private final List<Set<String>> wordsOf = new ArrayList<>();
    private final Map<String, Lexicon> lexicons = new HashMap<>();
    private final VectorIndex vectors = new VectorIndex();
    private final Map<String, List<float[]>> sentenceVectors = new ConcurrentHashMap<>();
    private final WordIndex words;
    private final Embeddings embeddings;

    /** Indexes the articles for customers; staff articles are left out. Takes about 10 ms a passage. */
    public KnowledgeBase(List<Article> articles, Embeddings embeddings) {
        this.embeddings = embeddings;
        List<String> heads = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Article article : articles) {
            if (article.audience() == Audience.EVERYONE) {
                add(article, heads, seen);
            }
        }
        this.words = new WordIndex(passages, heads);
        embed(articles);
    }

    private void add(Article article, List<String> heads, Set<String> seen) {
        for (Passage passage : PassageReader.read(article)) {
            if (!seen.add(passage.language() + passage.heading() + passage.text())) {
                continue;
            }
            if (Injection.inArticle(passage.heading() + ". " + passage.text())) {
                LOG.warn("passage {} is left out of the knowledge; it gives orders to a machine", passage.id());
                continue;
            }
            String head = passage.heading() + " " + String.join(" ", article.questions());
            Set<String> found = new LinkedHashSet<>(Words.of(passage.text() + " " + head, passage.language()));
            passages.add(passage);
            heads.add(head);
            wordsOf.add(found);
            lexicons.computeIfAbsent(passage.language(), language -> new Lexicon())
                    .add(found);
        }
    }

    private void embed(List<Article> articles) {
        List<String> texts = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        Map<String, Integer> firstOf = new HashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            texts.add(passages.get(i).embeddingText());
            owners.add(i);
            firstOf.putIfAbsent(passages.get(i).articleId(), i);
        }
        for (Article article : articles) {
            Integer first = firstOf.get(article.id());
            if (first != null) {
                article.questions().forEach(question -> {
                    texts.add(question);
                    owners.add(first);
                });
            }
        }
        List<float[]> found = embeddings.embedAll(texts);
        for (int i = 0; i < found.size(); i++) {
            vectors.add(owners.get(i), found.get(i));
        }
    }

    public List<Passage> passages() {
        return List.copyOf(passages);
    }

    /**
     * The passages that may answer a question, best evidence first, with a small preference for the form of answer that it wants.
     *
     * @param limit most passages to return
     */
    public Retrieval search(SearchQuery query, int limit) {
        Scorer scorer = new Scorer(query, embeddings);
        double[] cosines = vectors.cosines(scorer.vector());
        Map<Integer, Double> fused = new HashMap<>();
        fuse(fused, words.search(query, CANDIDATES));
        fuse(fused, VectorIndex.nearest(cosines, CANDIDATES));
        List<Hit> hits = fused.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<Integer, Double> e) -> -e.getValue()))
                .limit(Math.max(limit, SCORED))
                .map(entry -> hit(scorer, entry.getKey(), cosines[entry.getKey()]))
                .sorted(Comparator.comparingDouble((Hit hit) -> -scorer.rank(hit)))
                .limit(limit)
                .toList();
        return new Retrieval(hits);
    }

    private static void fuse(Map<Integer, Double> fused, List<Integer> order) {
        for (int rank = 0; rank < order.size(); rank++) {
            fused.merge(order.get(rank), 1 / (FUSION + rank + 1), Double::sum);
        }
    }

    private Hit hit(Scorer scorer, int position, double cosine) {
        Passage passage = passages.get(position);
        return scorer.hit(passage, cosine, wordsOf.get(position), sentenceVectors(passage), lexicon(passage));
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
            List<Double> scores = scorer.sentences(passage, sentenceVectors(passage), lexicon(passage));
            for (int i = 0; i < scores.size(); i++) {
                if (scores.get(i) > highest) {
                    highest = scores.get(i);
                    nearest = passage.sentences().get(i);
                }
            }
        }
        return nearest;
    }

    private List<float[]> sentenceVectors(Passage passage) {
        return sentenceVectors.computeIfAbsent(passage.id(), id -> embeddings.embedAll(inContext(passage)));
    }

    /** A sentence as it is understood where it stands: "it costs €5" means little without the heading above it. */
    private static List<String> inContext(Passage passage) {
        String heading = passage.headings().isEmpty()
                ? passage.title()
                : passage.headings().getLast();
        return passage.sentences().stream()
                .map(sentence -> heading + ": " + sentence.lead() + " " + sentence.text())
                .toList();
    }

    private Lexicon lexicon(Passage passage) {
        Lexicon lexicon = lexicons.get(passage.language());
        if (lexicon == null) {
            throw new IllegalArgumentException(
                    "unable to score passage " + passage.id() + "; it is not of this knowledge base");
        }
        return lexicon;
    }
}
