package io.deskhand.brain.yaml;

/**
 * Something wrong in a bot's files.
 *
 * @param file path below the bot's folder
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param message what is wrong and what to do
 */
public record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
}
