package io.deskhand.brain.knowledge.index;

import io.deskhand.brain.bot.Article;
import io.deskhand.brain.internal.text.Sentences;
import io.deskhand.brain.knowledge.index.Passage.Kind;
import io.deskhand.brain.knowledge.index.Passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Cuts an article into passages: one per heading, long ones in several that overlap by one sentence. None is longer than about twice {@value #LONG} characters.
 *
 * <p>A short introduction above the first heading has no answer of its own, but would rank high by the article's title. So it goes with the first section.
 */
public final class PassageReader {

    /** Characters after which a passage is closed; about what the embedding model reads in one piece. */
    private static final int LONG = 900;

    private static final int SHORT_INTRODUCTION = 220;

    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Article article;
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();
    private final List<Integer> levels = new ArrayList<>();
    private final List<Sentence> open = new ArrayList<>();
    private int opening;

    private PassageReader(Article article) {
        this.article = article;
    }

    public static List<Passage> read(Article article) {
        PassageReader reader = new PassageReader(article);
        reader.blocks(MARKDOWN.parse(article.markdown()), "");
        reader.close();
        return reader.passages;
    }

    private void blocks(Node parent, String introduction) {
        String lead = introduction;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Heading heading -> open(heading);
                case Paragraph paragraph -> lead = prose(plain(paragraph));
                case ListBlock list -> items(list, lead);
                case TableBlock table -> rows(table, lead);
                case FencedCodeBlock code -> lead = prose(code.getLiteral());
                case IndentedCodeBlock code -> lead = prose(code.getLiteral());
                case BlockQuote quote -> blocks(quote, lead);
                default -> {
                    // HTML, rules and link definitions contain no text of the article
                }
            }
        }
    }

    private void open(Heading heading) {
        if (isShortIntroduction()) {
            opening = open.size();
        } else {
            close();
        }
        while (!levels.isEmpty() && levels.getLast() >= heading.getLevel()) {
            levels.removeLast();
            headings.removeLast();
        }
        String text = plain(heading);
        if (!text.equalsIgnoreCase(article.title())) {
            levels.add(heading.getLevel());
            headings.add(text);
        }
    }

    private boolean isShortIntroduction() {
        return passages.isEmpty() && headings.isEmpty() && !open.isEmpty() && length() <= SHORT_INTRODUCTION;
    }

    private int length() {
        return open.stream().mapToInt(sentence -> sentence.text().length()).sum();
    }

    /** Returns the lead for a list that may follow: the last sentence, if it ends with a colon. */
    private String prose(String text) {
        boolean first = true;
        String last = "";
        for (String sentence : Sentences.split(text, article.languages().getFirst())) {
            add(new Sentence(sentence, "", Kind.PROSE, first));
            first = false;
            last = sentence;
        }
        return last.endsWith(":") ? last : "";
    }

    private void items(ListBlock list, String lead) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                item(item, lead, list instanceof OrderedList ? Kind.STEP : Kind.ITEM);
            }
        }
    }

    private void item(Node item, String lead, Kind kind) {
        for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof ListBlock nested) {
                Node before = nested.getPrevious();
                items(nested, before == null ? lead : plain(before));
            } else {
                String text = plain(child);
                if (!text.isEmpty()) {
                    add(new Sentence(text, lead, kind, true));
                }
            }
        }
    }

    private void rows(TableBlock table, String lead) {
        List<String> columns = List.of();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (part instanceof TableHead) {
                    columns = cells(row);
                } else if (part instanceof TableBody) {
                    add(new Sentence(row(columns, cells(row)), lead, Kind.ROW, true));
                }
            }
        }
    }

    private static String row(List<String> columns, List<String> cells) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String column = i < columns.size() ? columns.get(i) : "";
            row.append(i == 0 ? "" : ", ")
                    .append(column)
                    .append(column.isEmpty() ? "" : ": ")
                    .append(cells.get(i));
        }
        return row.toString();
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(plain(cell));
        }
        return cells;
    }

    private void add(Sentence sentence) {
        if (sentence.text().length() > LONG) {
            int space = sentence.text().lastIndexOf(' ', LONG);
            int cut = space > LONG / 2 ? space : LONG;
            add(sentence.cut(0, cut));
            add(sentence.cut(cut, sentence.text().length()));
            return;
        }
        if (!open.isEmpty() && length() + sentence.text().length() > LONG) {
            Sentence overlap = open.getLast();
            close();
            open.add(overlap);
        }
        open.add(sentence);
    }

    private void close() {
        if (!open.isEmpty()) {
            passages.add(new Passage(
                    article.id() + "#" + passages.size(),
                    article.id(),
                    article.title(),
                    article.url(),
                    headings,
                    article.languages().getFirst(),
                    article.updated(),
                    Math.min(opening, open.size() - 1),
                    open));
            open.clear();
            opening = 0;
        }
    }

    private static String plain(Node node) {
        StringBuilder text = new StringBuilder();
        append(node, text);
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    private static void append(Node node, StringBuilder text) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            switch (child) {
                case Text words -> text.append(words.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak line -> text.append(' ');
                case HardLineBreak line -> text.append(' ');
                default -> append(child, text);
            }
        }
    }
}
