package io.deskhand.bot.bots;

import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.wiring.Brains;
import io.deskhand.service.problem.Problem;
import io.deskhand.service.problem.ProblemCode;
import io.deskhand.ticketing.id.BotId;
import io.deskhand.ticketing.ticket.Owner;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bots that this service runs, as customers know them. */
public final class Bots {

    private static final int LONGEST_HEADER = 500;

    private final Brains brains;

    public Bots(Brains brains) {
        this.brains = brains;
    }

    public List<Bot> all() {
        return brains.ids().stream().flatMap(id -> brains.bot(id).stream()).toList();
    }

    /** Whether a model answers, or the articles alone. */
    public boolean useModel() {
        return brains.usesModel();
    }

    public Optional<Bot> find(String id) {
        return brains.bot(id);
    }

    /** @throws io.deskhand.service.problem.ProblemException if there is no such bot */
    public Bot require(String id, String operation) {
        return find(id).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_BOT, operation, "there is no such bot")
                .exception());
    }

    public static Owner.Bot asOwner(Bot bot) {
        return new Owner.Bot(new BotId(bot.id()), bot.name());
    }

    /**
     * The best match of the bot's languages for the customer.
     *
     * @param acceptLanguage the header of that name; null or malformed: the bot's first language
     */
    public static String language(Bot bot, @Nullable String acceptLanguage) {
        for (String wanted : wanted(acceptLanguage)) {
            String served = bot.languageFor(wanted);
            if (primary(served).equals(primary(wanted))) {
                return served;
            }
        }
        return bot.languages().getFirst();
    }

    private static List<String> wanted(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(Locale.LanguageRange::getRange)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }
}
