package io.deskhand.bot.bots;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.deskhand.bot.customer.CustomerProperties;
import io.deskhand.bot.customer.CustomerProperties.AnonymousVisitors;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import io.deskhand.ticketing.view.InputLimits;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Bots as customers see them, in the customer's language. */
@RestController
class BotController {

    private final Bots bots;
    private final boolean signInRequired;

    BotController(Bots bots, CustomerProperties customers) {
        this.bots = bots;
        this.signInRequired = customers.anonymousVisitors() == AnonymousVisitors.REFUSED;
    }

    /** What a widget shows of a bot before there is a ticket. */
    @GetMapping("/api/bots/{id}")
    @SecurityRequirements
    ResponseEntity<BotProfile> getBot(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Bot bot = bots.require(id, "find the bot");
        String language = Bots.language(bot, acceptLanguage);
        BotProfile profile = new BotProfile(
                bot.id(),
                bot.name(),
                bot.greeting(language),
                bots.useModel() ? Brain.LLM : Brain.EXTRACTIVE,
                bots.useModel() ? "" : bot.text(Notice.ARTICLES_ONLY, language),
                bot.suggestions(language),
                signInRequired ? SignIn.REQUIRED : SignIn.OPTIONAL,
                InputLimits.CURRENT);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(profile);
    }

    /**
     * A bot as its customers see it.
     *
     * @param brain what answers: a language model, or passages of help articles alone
     * @param notice what customers are told of the bot; empty for nothing
     * @param suggestions questions to start with
     * @param signIn whether customers need an {@code identity}
     */
    record BotProfile(
            String id,
            String name,
            String greeting,
            Brain brain,
            String notice,
            List<String> suggestions,
            SignIn signIn,
            InputLimits limits) {}

    enum Brain {
        @JsonProperty("llm")
        LLM,
        @JsonProperty("extractive")
        EXTRACTIVE
    }

    enum SignIn {
        @JsonProperty("optional")
        OPTIONAL,
        @JsonProperty("required")
        REQUIRED
    }
}
