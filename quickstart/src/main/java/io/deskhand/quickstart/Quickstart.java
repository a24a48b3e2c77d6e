package io.deskhand.quickstart;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind {@code ./deskhand up} and {@code ./deskhand smoke}. */
@Command(
        name = "deskhand",
        description = "AI-first customer support with human handoff.",
        subcommands = {Up.class, Smoke.class},
        mixinStandardHelpOptions = true)
public final class Quickstart {

    private Quickstart() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new Quickstart())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("deskhand: " + failure.getMessage());
                    return 1;
                })
                .execute(args));
    }
}
