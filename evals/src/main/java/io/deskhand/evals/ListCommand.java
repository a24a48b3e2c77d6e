package io.deskhand.evals;

import io.deskhand.evals.suite.EvalCase;
import io.deskhand.evals.suite.Handoff;
import io.deskhand.evals.suite.InvalidFileException;
import io.deskhand.evals.suite.Suite;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the cases. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Show suites and cases.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ListCommand implements Callable<Integer> {

    @ParentCommand
    private Evals evals;

    @Mixin
    private Selection selection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InvalidFileException {
        PrintWriter out = spec.commandLine().getOut();
        for (Suite suite : selection.load(evals.workspace())) {
            out.println(suite.id() + " (" + suite.cases().size() + " cases, bot " + suite.bot() + "): "
                    + suite.description());
            suite.cases().forEach(evalCase -> out.println(line(evalCase)));
        }
        return 0;
    }

    private static String line(EvalCase evalCase) {
        String handoff = switch (evalCase.handoff()) {
            case Handoff.Required required -> "required";
            case Handoff.Forbidden forbidden -> "forbidden";
            case Handoff.Allowed allowed -> "allowed";
        };
        return String.format(
                        Locale.ROOT,
                        "  %-32s %-9s handoff %-10s %s",
                        evalCase.id(),
                        evalCase.severity().name().toLowerCase(Locale.ROOT),
                        handoff,
                        String.join(" ", evalCase.tags().stream().sorted().toList()))
                .stripTrailing();
    }
}
