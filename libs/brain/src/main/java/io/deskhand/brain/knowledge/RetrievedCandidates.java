package io.deskhand.brain.knowledge;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.deskhand.brain.bot.Article;
import io.deskhand.brain.bot.Article.Audience;
import io.deskhand.brain.internal.detect.Injection;
import io.deskhand.brain.internal.text.ContentWords;
import io.deskhand.brain.knowledge.embedding.CompactVector;
import io.deskhand.brain.knowledge.embedding.Embeddings;
import io.deskhand.brain.knowledge.index.ArticleIndex;
import io.deskhand.brain.knowledge.index.Candidate;
import io.deskhand.brain.knowledge.index.Candidates;
import io.deskhand.brain.knowledge.index.Lexicon;
import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.PassageReader;
import io.deskhand.brain.knowledge.index.SearchQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What another store finds, read as passages. Words are weighted by how rare they are among the passages found. */
final class RetrievedCandidates implements Candidates {

    private final ContentRetriever retriever;
    private final Embeddings embeddings;
    private final String language;

    RetrievedCandidates(ContentRetriever retriever, Embeddings embeddings, String language) {
        this.retriever = retriever;
        this.embeddings = embeddings;
        this.language = language;
    }

    @Override
    public List<Candidate> find(SearchQuery query, float[] vector, int limit) {
        List<Passage> passages = new ArrayList<>();
        for (Content content : retriever.retrieve(Query.from(query.whole()))) {
            passages.addAll(passages(content.textSegment()));
        }
        List<Passage> first = passages.subList(0, Math.min(limit, passages.size()));
        Map<String, Lexicon> lexicons = new HashMap<>();
        List<int[]> words = first.stream()
                .map(passage -> lexicons.computeIfAbsent(passage.language(), unknown -> new Lexicon())
                        .add(ContentWords.of(passage.heading() + " " + passage.text(), passage.language())))
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            Passage passage = first.get(i);
            Lexicon lexicon = Objects.requireNonNull(lexicons.get(passage.language()));
            candidates.add(candidate(passage, vector, words.get(i), lexicon));
        }
        return candidates;
    }

    @Override
    public Candidate of(Passage passage) {
        Lexicon lexicon = new Lexicon();
        int[] words = lexicon.add(ContentWords.of(passage.heading() + " " + passage.text(), passage.language()));
        return candidate(passage, new float[embeddings.dimensions()], words, lexicon);
    }

    @Override
    public List<Passage> passages() {
        return List.of();
    }

    private Candidate candidate(Passage passage, float[] vector, int[] words, Lexicon lexicon) {
        List<String> texts = new ArrayList<>();
        texts.add(passage.embeddingText());
        texts.addAll(ArticleIndex.inContext(passage));
        List<CompactVector> vectors =
                embeddings.embedAll(texts).stream().map(CompactVector::of).toList();
        double cosine = vectors.getFirst().cosine(vector);
        return new Candidate(passage, cosine, lexicon.in(words), vectors.subList(1, vectors.size()), lexicon);
    }

    private List<Passage> passages(TextSegment segment) {
        Metadata metadata = segment.metadata();
        String id = metadata.getString("id");
        if (id == null || Injection.inArticle(segment.text())) {
            return List.of();
        }
        return PassageReader.read(new Article(
                id,
                Objects.requireNonNullElse(metadata.getString("title"), id),
                Objects.requireNonNullElse(metadata.getString("url"), ""),
                Audience.EVERYONE,
                List.of(Objects.requireNonNullElse(metadata.getString("language"), language)),
                null,
                List.of(),
                segment.text()));
    }
}
