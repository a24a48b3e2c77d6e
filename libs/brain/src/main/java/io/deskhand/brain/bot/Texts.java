package io.deskhand.brain.bot;

import io.deskhand.brain.yaml.YamlResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Canned texts per language: a bot's own over the built-in ones. */
public final class Texts {

    private static final Map<String, Map<Notice, String>> BUILT_IN = read(YamlResource.read("texts.yaml"));

    private final Map<String, Map<Notice, String>> own;

    Texts(Map<String, Map<Notice, String>> own) {
        this.own = own;
    }

    /** Own text in the language, built-in text in the language, then the same in the fallback language, then English. */
    String find(Notice notice, String language, String fallback) {
        for (String wanted : List.of(language, fallback, "en")) {
            String text = in(own, notice, wanted);
            if (text == null) {
                text = in(BUILT_IN, notice, wanted);
            }
            if (text != null) {
                return text;
            }
        }
        throw new IllegalStateException("no built-in English text for " + notice.key());
    }

    /** Every form of a notice in all languages, as templates, to recognise the bot's own texts. */
    public List<String> allOf(Notice notice) {
        List<String> all = new ArrayList<>();
        for (Map<String, Map<Notice, String>> source : List.of(own, BUILT_IN)) {
            source.values().stream()
                    .filter(texts -> texts.containsKey(notice))
                    .forEach(texts -> all.add(texts.get(notice)));
        }
        return all;
    }

    /** The tag itself, else one with the same primary language, else the fallback. */
    static String bestMatch(Collection<String> tags, String wanted, String fallback) {
        String tag = wanted.toLowerCase(Locale.ROOT);
        for (String candidate : tags) {
            if (candidate.toLowerCase(Locale.ROOT).equals(tag)) {
                return candidate;
            }
        }
        String primary = primary(tag);
        for (String candidate : tags) {
            if (primary(candidate).equals(primary)) {
                return candidate;
            }
        }
        return fallback;
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return (hyphen < 0 ? tag : tag.substring(0, hyphen)).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String in(Map<String, Map<Notice, String>> source, Notice notice, String language) {
        Map<Notice, String> texts = source.get(bestMatch(source.keySet(), language, language));
        return texts == null ? null : texts.get(notice);
    }

    /** Reads {@code language → key → text}; unknown keys were refused by the schema. */
    static Map<String, Map<Notice, String>> read(JsonNode node) {
        Map<String, Map<Notice, String>> texts = new HashMap<>();
        for (Map.Entry<String, JsonNode> language : node.properties()) {
            Map<Notice, String> own = new EnumMap<>(Notice.class);
            for (Notice notice : Notice.values()) {
                JsonNode text = language.getValue().get(notice.key());
                if (text != null) {
                    own.put(notice, text.asString());
                }
            }
            texts.put(language.getKey(), own);
        }
        return texts;
    }
}
