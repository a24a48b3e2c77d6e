package io.deskhand.bot.page;

import io.deskhand.bot.bots.Bots;
import io.deskhand.brain.bot.Article;
import io.deskhand.brain.bot.Bot;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows help articles, where the citations of answers lead. Articles for staff do not exist here. */
@RestController
@Hidden
class HelpController {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Bots bots;
    private final ArticlePage page = new ArticlePage();

    HelpController(Bots bots) {
        this.bots = bots;
    }

    @GetMapping("/help/{id}")
    ResponseEntity<String> article(@PathVariable String id) {
        for (Bot bot : bots.all()) {
            for (Article article : bot.articles()) {
                if (article.audience() == Article.Audience.EVERYONE
                        && article.url().equals("/help/" + id)) {
                    return ResponseEntity.ok()
                            .contentType(HTML)
                            .cacheControl(CacheControl.noCache())
                            .body(page.html(article, bot.name()));
                }
            }
        }
        return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(HTML).body(page.missing());
    }
}
