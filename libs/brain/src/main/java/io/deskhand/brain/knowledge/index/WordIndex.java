package io.deskhand.brain.knowledge.index;

import io.deskhand.brain.internal.text.ContentWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** BM25 over passages in memory, each analysed in its own language. Immutable once built. */
final class WordIndex {

    private static final String BODY = "body_";
    private static final String HEAD = "head_";
    private static final float HEAD_BOOST = 2f;
    private static final float CONTEXT_BOOST = 0.3f;

    private final IndexSearcher searcher;
    private final Set<String> languages = new TreeSet<>();

    /** Document numbers are the passages' positions in the list. */
    WordIndex(List<PassageWords> passages) {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (PassageWords passage : passages) {
                languages.add(passage.language());
                Document document = new Document();
                document.add(new TextField(BODY + passage.language(), new Analysed(passage.body())));
                document.add(new TextField(HEAD + passage.language(), new Analysed(passage.head())));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Positions of the best passages, best first; fewer than {@code limit} when fewer share a word with the query. */
    List<Integer> search(SearchQuery query, int limit) {
        BooleanQuery.Builder terms = new BooleanQuery.Builder();
        for (String language : languages) {
            Set<String> focus = ContentWords.of(query.focus(), language);
            focus.forEach(word -> add(terms, word, language, 1));
            for (String word : ContentWords.of(query.context(), language)) {
                if (!focus.contains(word)) {
                    add(terms, word, language, CONTEXT_BOOST);
                }
            }
        }
        try {
            List<Integer> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.search(terms.build(), limit).scoreDocs) {
                found.add(hit.doc);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(BooleanQuery.Builder terms, String word, String language, float boost) {
        terms.add(new BoostQuery(new TermQuery(new Term(BODY + language, word)), boost), Occur.SHOULD);
        terms.add(new BoostQuery(new TermQuery(new Term(HEAD + language, word)), boost * HEAD_BOOST), Occur.SHOULD);
    }

    /** A token stream over words that are analysed already. */
    private static final class Analysed extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Iterator<String> words;

        Analysed(List<String> words) {
            this.words = words.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!words.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(words.next());
            return true;
        }
    }
}
