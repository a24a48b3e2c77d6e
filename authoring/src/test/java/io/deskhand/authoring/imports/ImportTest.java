package io.deskhand.authoring.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskhand.authoring.ImportCommand;
import io.deskhand.brain.bot.Article;
import io.deskhand.brain.bot.BotFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportTest {

    private static final String RETURNS = """
            <!doctype html><html lang="en-GB"><head><title>Returns | Shop</title>
            <link rel="canonical" href="https://shop.example/help/returns">
            <meta property="article:modified_time" content="2026-01-31T10:00:00Z"></head>
            <body><header>Shop logo</header><nav><a href="/">Home</a></nav>
            <main><h1>Returning "an item"</h1><script>track()</script>
            <p>You can return <b>anything</b> within 30&nbsp;days.</p>
            <h2>What it costs</h2><ul><li>EU: free</li><li>UK: £3.50</li></ul>
            <table><thead><tr><th>Country</th><th>Days</th></tr></thead><tbody><tr><td>US</td><td>10</td></tr></tbody></table>
            <img src="/tracker.gif"></main><footer>Imprint</footer></body></html>
            """;

    @TempDir
    Path folder;

    private Path bot;

    @BeforeEach
    void writeBot() throws IOException {
        bot = Files.createDirectories(folder.resolve("prompts/bots/shop"));
        Files.createDirectories(folder.resolve("evals/suites"));
        Files.createDirectories(bot.resolve("knowledge"));
        Files.writeString(bot.resolve("bot.yaml"), """
                schema: 1
                name: Sam
                languages: [en]
                greeting: {en: "Hi!"}
                team: general
                """);
        Files.writeString(bot.resolve("knowledge/tents.md"), """
                ---
                id: tents
                title: Tents
                url: /help/tents
                ---
                Tents weigh two kilos.
                """);
    }

    private Import importer() {
        return new Import(bot, "imported", false, ImportLimits.DEFAULT);
    }

    private Path pages(Map<String, String> pages) throws IOException {
        Path from = folder.resolve("pages");
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = from.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, page.getValue());
        }
        return from;
    }

    private Path zip(Map<String, String> pages) throws IOException {
        Path archive = folder.resolve("pages.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, String> page : new TreeMap<>(pages).entrySet()) {
                out.putNextEntry(new ZipEntry(page.getKey()));
                out.write(page.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return archive;
    }

    private Article article(String id) {
        return BotFiles.load(bot).articles().stream()
                .filter(article -> article.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_page_becomes_an_article_without_what_surrounds_it() throws Exception {
        Import.Result result = importer().run(pages(Map.of("help/returns.html", RETURNS)));

        assertThat(result.written()).containsExactly("returns");
        Article article = article("returns");
        assertThat(article.title()).isEqualTo("Returning \"an item\"");
        assertThat(article.url()).isEqualTo("https://shop.example/help/returns");
        assertThat(article.languages()).containsExactly("en-GB");
        assertThat(article.updated()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(article.markdown())
                .contains("You can return **anything** within 30")
                .contains("## What it costs")
                .contains("* EU: free")
                .containsPattern("\\| *US *\\| *10 *\\|")
                .doesNotContain("Home", "Imprint", "logo", "track", "Returning");
    }

    @Test
    void reads_markdown_and_archives_and_gives_each_article_an_id_of_its_own() throws Exception {
        Import.Result result = importer()
                .run(zip(Map.of(
                        "a/Größen & Maße.md", "# Sizes\n\nM is 90 cm.\n",
                        "a/tents.md", "Poles are of aluminium.\n",
                        "b/tents.html", "<p>Pegs are of steel.</p>",
                        "b/index.html", "<body><nav>only a menu</nav></body>",
                        "style.css", "p {}",
                        "__MACOSX/a/._tents.md", "junk")));

        assertThat(result.written()).containsExactly("grossen-masse", "tents-2", "tents-3");
        assertThat(result.skipped()).containsExactly("b/index.html");
        assertThat(article("grossen-masse").title()).isEqualTo("Sizes");
        assertThat(article("tents-2").title()).isEqualTo("tents");
        assertThat(article("tents").markdown()).contains("two kilos");
    }

    @Test
    void reads_the_pages_that_a_sitemap_names_with_their_addresses_and_dates() throws Exception {
        Path from = pages(Map.of(
                "help/returns.html", "<h1>Returns</h1><p>Within 30 days.</p>",
                "shop.example/help/sizes/index.html", "<h1>Sizes</h1><p>M is 90 cm.</p>",
                "help/secret.html", "<h1>Not in the sitemap</h1><p>Hidden.</p>",
                "sitemap.xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                          <url><loc>https://shop.example/help/returns</loc><lastmod>2026-02-03</lastmod></url>
                          <url><loc>https://shop.example/help/sizes/</loc></url>
                          <url><loc>https://shop.example/../../../etc/passwd</loc></url>
                          <url><loc>https://shop.example/gone</loc></url>
                        </urlset>
                        """));

        Import.Result result = importer().run(from.resolve("sitemap.xml"));

        assertThat(result.written()).containsExactly("returns", "sizes");
        assertThat(article("returns").url()).isEqualTo("https://shop.example/help/returns");
        assertThat(article("returns").updated()).isEqualTo(LocalDate.of(2026, 2, 3));
        assertThat(article("sizes").url()).isEqualTo("https://shop.example/help/sizes/");
    }

    @Test
    void refuses_an_archive_that_names_files_outside_of_itself() throws IOException {
        for (String name : List.of("../evil.md", "a/../../evil.md", "/etc/evil.md", "C:\\evil.md", "..\\evil.md")) {
            Path archive = zip(Map.of(name, "# Evil\n\nText.\n"));
            assertThatThrownBy(() -> importer().run(archive))
                    .isInstanceOf(ImportException.class)
                    .hasMessageStartingWith("unable to import; the archive names a file outside of itself");
        }
        assertThat(bot.resolve("knowledge/imported")).doesNotExist();
    }

    @Test
    void stops_at_its_limits_whatever_an_archive_claims() throws IOException {
        Path large = zip(Map.of("large.html", "<p>" + "0".repeat(50_000) + "</p>"));
        ImportLimits page = new ImportLimits(10, 10_000, 1_000_000);
        assertThatThrownBy(() -> new Import(bot, "imported", false, page).run(large))
                .hasMessage("unable to import; large.html is longer than 10000 bytes; leave it out");

        Path many = zip(Map.of("1.md", "one", "2.md", "two", "3.md", "three"));
        ImportLimits few = new ImportLimits(2, 10_000, 1_000_000);
        assertThatThrownBy(() -> new Import(bot, "imported", false, few).run(many))
                .hasMessageContaining("more than 2 pages");
        ImportLimits small = new ImportLimits(10, 10_000, 8);
        assertThatThrownBy(() -> new Import(bot, "imported", false, small).run(many))
                .hasMessageContaining("longer than 8 bytes");
    }

    @Test
    void follows_no_links_out_of_the_folder() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.md"), "# Secret\n\nText.\n");
        Path from = pages(Map.of("sizes.md", "M is 90 cm.\n"));
        Files.createSymbolicLink(from.resolve("link.md"), secret);
        assertThat(importer().run(from).written()).containsExactly("sizes");
    }

    @Test
    void writes_over_nothing_unless_told_to_replace_an_earlier_import() throws Exception {
        Path from = pages(Map.of("sizes.md", "M is 90 cm.\n", "old.md", "Old.\n"));
        importer().run(from);
        Files.delete(from.resolve("old.md"));
        Files.writeString(from.resolve("sizes.md"), "M is 95 cm.\n");

        assertThatThrownBy(() -> importer().run(from)).hasMessageContaining("--replace");
        assertThat(article("sizes").markdown()).contains("90 cm");

        new Import(bot, "imported", true, ImportLimits.DEFAULT).run(from);
        assertThat(article("sizes").markdown()).contains("95 cm");
        assertThat(BotFiles.load(bot).articles()).extracting(Article::id).containsExactlyInAnyOrder("sizes", "tents");
    }

    @Test
    void says_what_is_wrong_with_the_place_and_leaves_the_bot_as_it_was() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> importer().run(empty)).hasMessageContaining("there is no .html, .htm or .md file");
        assertThatThrownBy(() -> importer().run(folder.resolve("nowhere.zip"))).hasMessageContaining("does not exist");
        Path noZip = Files.writeString(folder.resolve("no.zip"), "not a zip");
        assertThatThrownBy(() -> importer().run(noZip)).hasMessageContaining("is no ZIP archive");
        Path noSitemap = Files.writeString(folder.resolve("feed.xml"), "<rss/>");
        assertThatThrownBy(() -> importer().run(noSitemap)).hasMessageContaining("is no sitemap");
        assertThatThrownBy(() -> new Import(bot, "../x", false, ImportLimits.DEFAULT).run(empty))
                .hasMessageContaining("is no name for a folder");
        assertThat(BotFiles.load(bot).articles()).hasSize(1);
    }

    @Test
    void the_command_tells_what_it_wrote_and_ends_with_2_when_it_wrote_nothing() throws IOException {
        Path from = pages(Map.of("sizes.md", "M is 90 cm.\n", "empty.html", "<p></p>"));
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output, true);
        CommandLine command =
                new CommandLine(new ImportCommand()).setOut(writer).setErr(writer);

        assertThat(command.execute("--bot", "shop", "--home", folder.toString(), from.toString()))
                .isZero();
        assertThat(output.toString()).contains("skipped empty.html", "imported: 1; read them");
        assertThat(command.execute("--bot", "shop", "--home", folder.toString(), from.toString()))
                .isEqualTo(2);
        assertThat(command.execute("--bot", "other", "--home", folder.toString(), from.toString()))
                .isEqualTo(2);
        assertThat(output.toString()).contains("there is no bot \"other\"");
    }
}
