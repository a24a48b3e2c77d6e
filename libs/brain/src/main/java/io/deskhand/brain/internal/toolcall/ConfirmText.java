package io.deskhand.brain.internal.toolcall;

import io.deskhand.brain.internal.detect.PersonalData;
import io.deskhand.brain.tool.HttpTool;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The confirmation text of a call: the bot's template with the arguments filled in. */
final class ConfirmText {

    private static final int LONGEST_VALUE = 80;

    private ConfirmText() {}

    static String of(HttpTool tool, ObjectNode arguments, String language, String fallback) {
        Map<String, String> texts = tool.confirmTexts();
        String text = Optional.ofNullable(texts.get(language))
                .or(() -> Optional.ofNullable(texts.get(language.split("-", 2)[0].toLowerCase(Locale.ROOT))))
                .or(() -> Optional.ofNullable(texts.get(fallback)))
                .orElse(tool.name());
        for (String name : tool.arguments().names()) {
            text = text.replace("{" + name + "}", plain(arguments.path(name).asString("")));
        }
        return text;
    }

    /** One short line without anything that a screen would make a link or a mark of. */
    private static String plain(String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replaceAll("[<>\\[\\]{}*_`|]|https?://", "")
                .strip();
        String masked = PersonalData.mask(line, PersonalData.SECRETS).text();
        return masked.length() <= LONGEST_VALUE ? masked : masked.substring(0, LONGEST_VALUE) + "…";
    }
}
