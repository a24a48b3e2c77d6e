package io.deskhand.evals.yaml;

/**
 * Something wrong in a file that a prompt engineer wrote.
 *
 * @param line counted from 1; 0 when the file as a whole is meant
 * @param path where in the file, such as {@code cases[3].turns[0].expect[1]}; empty for the top
 * @param message what is wrong and what to do
 */
public record Problem(String file, int line, String path, String message) {

    @Override
    public String toString() {
        String where = line > 0 ? file + ":" + line : file;
        return path.isEmpty() ? where + ": " + message : where + ": " + path + ": " + message;
    }
}
