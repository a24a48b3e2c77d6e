package io.deskhand.bot.bots;

import io.deskhand.bot.customer.CustomerProperties;
import io.deskhand.bot.customer.CustomerProperties.AnonymousVisitors;
import io.deskhand.brain.bot.Bot;
import io.deskhand.brain.bot.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What a widget shows of a bot before there is a ticket, in the customer's language. */
@RestController
class BotController {

    private final Bots bots;
    private final boolean signInRequired;

    BotController(Bots bots, CustomerProperties customers) {
        this.bots = bots;
        this.signInRequired = customers.anonymousVisitors() == AnonymousVisitors.REFUSED;
    }

    @GetMapping("/api/bots/{id}")
    ResponseEntity<BotFacts> bot(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        Bot bot = bots.require(id, "find the bot");
        String language = Bots.language(bot, acceptLanguage);
        BotFacts facts = new BotFacts(
                bot.id(),
                bot.name(),
                bot.greeting(language),
                bots.useModel() ? "llm" : "extractive",
                bots.useModel() ? "" : bot.text(Notice.ARTICLES_ONLY, language),
                bot.suggestions(language),
                signInRequired ? "required" : "optional");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(facts);
    }

    record BotFacts(
            String id,
            String name,
            String greeting,
            String brain,
            String notice,
            List<String> suggestions,
            String signIn) {}
}
