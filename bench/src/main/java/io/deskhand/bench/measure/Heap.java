package io.deskhand.bench.measure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of another JVM, which runs with the serial collector. */
public final class Heap {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private Heap() {}

    /** Bytes in use after a full collection: young and old generation. */
    public static long inUse(ProcessHandle jvm) throws Exception {
        run(jvm, "GC.run");
        String info = run(jvm, "GC.heap_info");
        int metaspace = info.indexOf("Metaspace");
        Matcher used = USED.matcher(metaspace < 0 ? info : info.substring(0, metaspace));
        long kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        return kilobytes * 1024;
    }

    private static String run(ProcessHandle jvm, String what) throws Exception {
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(jvm.pid()),
                        what)
                .redirectErrorStream(true)
                .start();
        String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        command.waitFor(20, TimeUnit.SECONDS);
        return output;
    }
}
