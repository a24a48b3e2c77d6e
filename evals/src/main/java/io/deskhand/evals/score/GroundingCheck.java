package io.deskhand.evals.score;

import io.deskhand.evals.transcript.Exchange;
import io.deskhand.evals.transcript.Exchange.Cited;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks whether the cited articles support an answer. Strict for quoted answers; for generated ones numbers are strict and words count by share. */
final class GroundingCheck {

    /** The model name of a brain that quotes and does not write. */
    private static final String QUOTING = "extractive";

    /** Share of a sentence's words that the cited articles must contain for it to count as supported without a judge. */
    private static final double ENOUGH_WORDS = 0.6;

    private final SourceTexts sources;

    GroundingCheck(SourceTexts sources) {
        this.sources = sources;
    }

    /** Quotes that are not, word for word, in the article they are attributed to. */
    List<String> falseQuotes(Exchange exchange) {
        List<String> wrong = new ArrayList<>();
        for (Cited cited : exchange.citations()) {
            Optional<String> article = sources.article(cited.id());
            if (article.isEmpty()) {
                wrong.add("there is no article \"" + cited.id() + "\"");
            } else if (!quotes(article.get(), cited.quote())) {
                wrong.add("\"" + cited.quote() + "\" is not in " + cited.id());
            }
        }
        return wrong;
    }

    /** @param min share of sentences that must be supported */
    Verdict judge(Exchange exchange, double min) {
        if (exchange.citations().isEmpty()) {
            return new Verdict.Fail("an answer without a citation");
        }
        List<String> sentences = PlainText.sentences(exchange.text());
        List<String> unsupported = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        for (String sentence : sentences) {
            switch (support(exchange, sentence)) {
                case YES -> {}
                case PERHAPS -> doubtful.add(sentence);
                case NO -> unsupported.add(sentence);
            }
        }
        double supported = 1 - (double) unsupported.size() / Math.max(1, sentences.size());
        if (supported < min) {
            return new Verdict.Fail("not supported by what is cited: \"" + unsupported.getFirst() + "\"");
        }
        double sure = supported - (double) doubtful.size() / Math.max(1, sentences.size());
        return sure < min ? new Verdict.NotSure("needs a judge: \"" + doubtful.getFirst() + "\"") : new Verdict.Pass();
    }

    private Support support(Exchange exchange, String sentence) {
        List<String> texts = exchange.citations().stream()
                .flatMap(cited -> sources.article(cited.id()).stream())
                .toList();
        if (texts.stream().anyMatch(text -> quotes(text, sentence) || introduces(text, sentence))) {
            return Support.YES;
        }
        if (exchange.model().equals(QUOTING)) {
            return Support.NO;
        }
        String all = String.join(" ", texts);
        if (!PlainText.numbers(all).containsAll(PlainText.numbers(sentence))) {
            return Support.NO;
        }
        Set<String> known = PlainText.content(all);
        Set<String> words = PlainText.content(sentence);
        long found = words.stream().filter(known::contains).count();
        return words.isEmpty() || found >= ENOUGH_WORDS * words.size() ? Support.YES : Support.PERHAPS;
    }

    /** Returns whether the text contains each part of the quote, separated by ellipses, in this order. */
    private static boolean quotes(String text, String quote) {
        int from = 0;
        for (String part : quote.split("…|\\[\\.\\.\\.]|\\.\\.\\.")) {
            String plain = PlainText.plain(part);
            int at = text.indexOf(plain, from);
            if (at < 0) {
                return false;
            }
            from = at + plain.length();
        }
        return true;
    }

    /** "Heading: item" or "heading:", where the text contains heading and item, though not adjacent. */
    private static boolean introduces(String text, String sentence) {
        int colon = sentence.indexOf(": ");
        if (sentence.endsWith(":")) {
            return quotes(text, sentence.substring(0, sentence.length() - 1));
        }
        return colon > 0 && quotes(text, sentence.substring(0, colon)) && quotes(text, sentence.substring(colon + 2));
    }

    private enum Support {
        YES,
        PERHAPS,
        NO
    }
}
