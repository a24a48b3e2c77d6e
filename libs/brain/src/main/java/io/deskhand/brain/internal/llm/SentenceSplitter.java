package io.deskhand.brain.internal.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a stream of text into sentences, each with the whitespace before it and the citation marks after it. For one stream. */
final class SentenceSplitter {

    /** An end of sentence, the marks that belong to it, and the first character of what follows. */
    private static final Pattern END = Pattern.compile(
            "(?:(?:[.!?…]+[\"'”’»)*_]*(?:\\s*\\[[^\\]\\n]{1,120}])*)(?=\\s+[^\\s\\[])|[。！？]+[」』）]*(?:\\s*\\[[^\\]\\n]{1,120}])*(?=[^\\s\\[」』）])|[^\\n](?=\\n+\\s*[^\\s\\[]))");

    private static final Pattern NO_END = Pattern.compile(
            "(?iu)(?:^|[\\s(])(?:\\d{1,2}|[a-z]|e\\.g|i\\.e|etc|approx|incl|no|nr|mr|mrs|ms|dr|st|vs|z\\.\\s?b|d\\.\\s?h|u\\.\\s?a|bzw|ca|ggf|p\\.\\s?ex|sr|sra)\\.$");

    private final StringBuilder open = new StringBuilder();

    /** Adds text; returns the sentences that it completes. */
    List<String> push(String delta) {
        open.append(delta);
        List<String> sentences = new ArrayList<>();
        int start = 0;
        Matcher end = END.matcher(open);
        while (end.find()) {
            String sentence = open.substring(start, end.end());
            if (!NO_END.matcher(sentence).find()) {
                sentences.add(sentence);
                start = end.end();
            }
        }
        open.delete(0, start);
        return sentences;
    }

    /** What is left at the end of the stream, which may be half a sentence; empty if nothing. */
    String rest() {
        String rest = open.toString();
        open.setLength(0);
        return rest;
    }
}
