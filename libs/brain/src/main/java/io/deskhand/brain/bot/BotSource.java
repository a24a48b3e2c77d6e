package io.deskhand.brain.bot;

import io.deskhand.brain.yaml.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The text files of a bot's folder, read once.
 *
 * @param files text by path below the folder, with "/" on every system
 * @param version first 12 hex digits of the SHA-256 over paths and contents
 * @param problems with files that are no text, or more than is read
 */
record BotSource(SortedMap<String, String> files, String version, List<FileProblem> problems) {

    static final int MOST_FILES = 5_000;
    static final int LONGEST_FILE = 1 << 20;

    /** @throws UncheckedIOException if the folder cannot be read */
    static BotSource read(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        List<FileProblem> problems = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (belongs(name)) {
                    files.put(name, text(name, path, problems));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unable to load bot; cannot read " + folder, e);
        }
        if (files.size() > MOST_FILES) {
            problems.add(new FileProblem(folder.toString(), 0, "more than " + MOST_FILES + " files; split the bot"));
        }
        return new BotSource(files, version(files), problems);
    }

    private static String text(String name, Path path, List<FileProblem> problems) throws IOException {
        long size = Files.size(path);
        if (size > LONGEST_FILE) {
            problems.add(new FileProblem(name, 0, "longer than " + LONGEST_FILE / 1024 + " KiB; split the file"));
            return String.valueOf(size);
        }
        byte[] bytes = Files.readAllBytes(path);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            long before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            problems.add(new FileProblem(name, (int) before + 1, "not UTF-8 text; save the file as UTF-8"));
        }
        return new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static boolean belongs(String name) {
        boolean hidden = name.startsWith(".") || name.contains("/.");
        boolean topLevel = name.indexOf('/') < 0;
        boolean article = name.startsWith("knowledge/") && name.endsWith(".md");
        return !hidden && (article || topLevel && (name.equals("bot.yaml") || name.endsWith(".md")));
    }

    private static String version(Map<String, String> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                digest.update((file.getKey() + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
