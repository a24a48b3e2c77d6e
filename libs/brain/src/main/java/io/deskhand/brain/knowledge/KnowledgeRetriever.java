package io.deskhand.brain.knowledge;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import io.deskhand.brain.knowledge.index.Passage;
import io.deskhand.brain.knowledge.index.SearchQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The knowledge base as a langchain4j retriever. Segments carry the metadata {@code id}, {@code title}, {@code url}, {@code language},
 * {@code passage} and, where known, {@code updated} (ISO date); the score is the evidence in [0, 1].
 */
public final class KnowledgeRetriever implements ContentRetriever {

    private final KnowledgeBase knowledge;
    private final String language;
    private final int limit;

    public KnowledgeRetriever(KnowledgeBase knowledge, String language, int limit) {
        this.knowledge = knowledge;
        this.language = language;
        this.limit = limit;
    }

    @Override
    public List<Content> retrieve(Query query) {
        return knowledge.search(SearchQuery.of(query.text(), language), limit).hits().stream()
                .map(KnowledgeRetriever::content)
                .toList();
    }

    private static Content content(Hit hit) {
        Passage passage = hit.passage();
        Metadata metadata = new Metadata(Map.of(
                "id", passage.articleId(),
                "title", passage.title(),
                "url", passage.url(),
                "language", passage.language(),
                "passage", passage.id()));
        LocalDate updated = passage.updated();
        if (updated != null) {
            metadata.put("updated", updated.toString());
        }
        return Content.from(
                TextSegment.from(passage.heading() + "\n" + passage.text(), metadata),
                Map.of(ContentMetadata.SCORE, hit.evidence()));
    }
}
