package io.deskhand.authoring;

import io.deskhand.authoring.imports.Import;
import io.deskhand.authoring.imports.ImportException;
import io.deskhand.authoring.imports.ImportLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Entry point of {@code ./deskhand import}. Exit codes: 0 imported, 2 nothing was imported. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Write saved help pages as articles into a bot's knowledge. Reads files alone, never the network.")
public final class ImportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FROM",
            description =
                    "A folder or a .zip of .html and .md files, or a sitemap (.xml) with the pages saved beside it.")
    private Path from = Path.of("");

    @Option(names = "--bot", required = true, paramLabel = "ID", description = "The bot, a folder below prompts/bots.")
    private String bot = "";

    @Option(
            names = "--into",
            paramLabel = "NAME",
            description = "Folder below the bot's knowledge (default: ${DEFAULT-VALUE}).")
    private String into = "imported";

    @Option(names = "--replace", description = "Replace what an earlier import wrote to the same folder.")
    private boolean replace;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder with prompts/bots (default: the nearest above).")
    private Path home = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new ImportCommand()).setOut(out).setErr(err).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = around(home).resolve("prompts/bots").resolve(bot);
        try {
            if (bot.contains("/") || bot.contains("..") || !Files.isRegularFile(folder.resolve("bot.yaml"))) {
                throw new ImportException("there is no bot \"" + bot + "\" (" + folder + ")");
            }
            Import.Result result = new Import(folder, into, replace, ImportLimits.DEFAULT).run(from);
            result.skipped().forEach(page -> out.println("  skipped " + page + ": it holds no text"));
            out.println("articles written to " + folder.resolve("knowledge").resolve(into) + ": "
                    + result.written().size() + "; read them, and add the customers' words as \"questions\"");
            return 0;
        } catch (ImportException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }

    /** The folder itself or the nearest one above it that holds prompts/bots and evals/suites; else the folder itself. */
    private static Path around(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("prompts/bots")) && Files.isDirectory(at.resolve("evals/suites"))) {
                return at;
            }
        }
        return folder;
    }
}
