package io.deskhand.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Secrets of a laptop's own stack: made once, kept in the data folder, readable by its owner only. */
record LocalSecrets(String signing, String identity, String ablyKey) {

    static LocalSecrets in(Path data) {
        return new LocalSecrets(
                once(data.resolve("signing.secret")),
                once(data.resolve("identity.secret")),
                "local.deskhand:" + once(data.resolve("ably.secret")));
    }

    private static String once(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                byte[] bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                Files.writeString(file, HexFormat.of().formatHex(bytes));
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("unable to keep a secret in " + file + "; " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "LocalSecrets[]";
    }
}
