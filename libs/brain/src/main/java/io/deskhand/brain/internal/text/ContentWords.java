package io.deskhand.brain.internal.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/** The content words of a text: stop words dropped, endings cut, by language. */
public final class ContentWords {

    /** English stop words of questions to a shop, beyond grammar. */
    private static final CharArraySet ENGLISH_STOP_WORDS = new CharArraySet(
            List.of(
                    ("a about above after again all am an and any are aren't as at be because been before being below between both but by can can't cannot could "
                                    + "couldn't did didn't do does doesn't doing don't down during each few for from further had has have having he her here hers him his how "
                                    + "how's i i'd i'll i'm i've if in into is isn't it it's its itself just let's may me might more most much must my myself no nor not of off "
                                    + "on once only or other our ours out over own please same shall she should so some still such than that that's the their them then there "
                                    + "there's these they this those through to too under until up very was wasn't we were what what's when where where's which while who "
                                    + "whom why will with won't would you you'd you'll you're you've your yours hi hello hey thanks thank ok okay yes want wanna need like get "
                                    + "got getting tell know help question ask let say give make many also ever really actually possible does anyone somebody someone thing "
                                    + "things something anything im ive dont cant doesnt whats hows id youre pls plz u ur")
                            .split(" ")),
            true);

    private static final Map<String, Analyzer> ANALYZERS = new ConcurrentHashMap<>();

    private ContentWords() {}

    /** Stems of the content words, in order of first appearance. */
    public static Set<String> of(String text, String language) {
        return new LinkedHashSet<>(all(text, language));
    }

    /** The same with repetitions. */
    public static List<String> all(String text, String language) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer(language).tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Analyzer analyzer(String language) {
        return ANALYZERS.computeIfAbsent(Locale.forLanguageTag(language).getLanguage(), ContentWords::create);
    }

    private static Analyzer create(String language) {
        return switch (language) {
            case "en" -> new EnglishAnalyzer(ENGLISH_STOP_WORDS);
            case "de" -> new GermanAnalyzer();
            case "fr" -> new FrenchAnalyzer();
            case "es" -> new SpanishAnalyzer();
            case "it" -> new ItalianAnalyzer();
            case "pt" -> new PortugueseAnalyzer();
            case "nl" -> new DutchAnalyzer();
            case "sv" -> new SwedishAnalyzer();
            case "da" -> new DanishAnalyzer();
            case "no", "nb", "nn" -> new NorwegianAnalyzer();
            case "fi" -> new FinnishAnalyzer();
            case "tr" -> new TurkishAnalyzer();
            case "ja", "zh", "ko" -> new CJKAnalyzer();
            default -> new StandardAnalyzer();
        };
    }
}
