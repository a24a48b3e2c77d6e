package io.deskhand.evals.report;

import io.deskhand.evals.gate.Run;
import io.deskhand.evals.score.CaseScore;
import io.deskhand.evals.score.Verdict;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** junit.xml, so that build servers show cases as tests. Has no times: they would differ between equal runs. */
public final class JunitXml {

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static String of(Run run) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JunitXml(xml).write(run);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("unable to write XML into memory; " + e.getMessage(), e);
        }
        return text + "\n";
    }

    private void write(Run run) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuites");
        Map<String, List<CaseScore>> bySuite = run.scores().stream()
                .collect(Collectors.groupingBy(
                        score -> score.evalCase().suite(), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<CaseScore>> suite : bySuite.entrySet()) {
            suite(suite.getKey(), suite.getValue());
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(String name, List<CaseScore> scores) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", String.valueOf(scores.size()));
        xml.writeAttribute("failures", count(scores, Verdict.Fail.class) + "");
        xml.writeAttribute("errors", count(scores, Verdict.Errored.class) + "");
        xml.writeAttribute("skipped", count(scores, Verdict.Skipped.class) + count(scores, Verdict.NotSure.class) + "");
        for (CaseScore score : scores) {
            testCase(name, score);
        }
        xml.writeEndElement();
    }

    private void testCase(String suite, CaseScore score) throws XMLStreamException {
        int trial = score.transcript().trial();
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", score.evalCase().id() + (score.evalCase().trials() > 1 ? " #" + trial : ""));
        switch (score.verdict()) {
            case Verdict.Pass pass -> {}
            case Verdict.Fail fail -> outcome("failure", score);
            case Verdict.Errored errored -> outcome("error", score);
            case Verdict.NotSure notSure -> outcome("skipped", score);
            case Verdict.Skipped skipped -> outcome("skipped", score);
        }
        xml.writeEndElement();
    }

    private void outcome(String element, CaseScore score) throws XMLStreamException {
        xml.writeEmptyElement(element);
        xml.writeAttribute("message", printable(score.why()));
    }

    private static long count(List<CaseScore> scores, Class<? extends Verdict> kind) {
        return scores.stream().filter(score -> kind.isInstance(score.verdict())).count();
    }

    /** XML 1.0 cannot hold control characters, not even escaped. */
    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
