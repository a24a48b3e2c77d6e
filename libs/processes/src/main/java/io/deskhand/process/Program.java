package io.deskhand.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process runs.
 *
 * @param name for people, in messages
 */
public record Program(String name, List<String> command) {

    public Program {
        command = List.copyOf(command);
    }

    /**
     * A main class on the class path of this JVM.
     *
     * @param options of its JVM, such as {@code -Xmx256m}
     */
    public static Program java(String name, List<String> options, String mainClass, String... arguments) {
        return java(name, options, System.getProperty("java.class.path"), mainClass, List.of(arguments));
    }

    public static Program java(
            String name, List<String> options, String classPath, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return new Program(name, command);
    }

    /** The local Ably-compatible server, which takes this key; it must be on the class path of this JVM. */
    public static Program ablyLocal(List<String> options, int port, String key, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--port", String.valueOf(port), "--key", key));
        arguments.addAll(List.of(more));
        return java("realtime", options, "io.deskhand.ably.local.Main", arguments.toArray(String[]::new));
    }

    /** For a process that is read from, written to, or timed by its caller; others are a {@link LocalProcess}. */
    public ProcessBuilder builder() {
        return new ProcessBuilder(command);
    }
}
