package io.deskhand.brain.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The text files of a bot's folder, read once.
 *
 * @param files text by path below the folder, with "/" on every system
 * @param version first 12 hex digits of the SHA-256 over paths and contents
 */
record BotSource(SortedMap<String, String> files, String version) {

    static BotSource read(Path folder) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (belongs(name)) {
                    files.put(
                            name, Files.readString(path, StandardCharsets.UTF_8).replace("\r\n", "\n"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unable to load bot; cannot read " + folder, e);
        }
        return new BotSource(files, version(files));
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
