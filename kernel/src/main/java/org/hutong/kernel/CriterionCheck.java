package org.hutong.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.hutong.kernel.Criterion.Op;

/** Checks criteria against the catalogue when they are saved, so that what is stored always means something. */
public final class CriterionCheck {
    private static final Set<Op> PRESENCE = EnumSet.of(Op.KNOWN, Op.UNKNOWN);
    private static final Set<Op> EQUALITY = EnumSet.of(Op.EQUAL, Op.IN, Op.KNOWN, Op.UNKNOWN);
    private static final Set<Op> CHOICE = EnumSet.of(Op.EQUAL, Op.NOT_EQUAL, Op.IN, Op.KNOWN, Op.UNKNOWN);
    private static final Set<Op> ORDER = EnumSet.of(Op.EQUAL, Op.NOT_EQUAL, Op.LESS, Op.AT_MOST, Op.MORE, Op.AT_LEAST, Op.IN,
            Op.KNOWN, Op.UNKNOWN);
    private static final Set<Op> TEXT = EnumSet.of(Op.EQUAL, Op.NOT_EQUAL, Op.IN, Op.CONTAINS, Op.MATCHES, Op.KNOWN, Op.UNKNOWN);
    private static final Map<ValueKind, Set<Op>> OPS = Map.ofEntries(
            Map.entry(ValueKind.TEXT, TEXT), Map.entry(ValueKind.ID_NUMBER, TEXT), Map.entry(ValueKind.USCC, TEXT),
            Map.entry(ValueKind.PHONE, TEXT), Map.entry(ValueKind.EMAIL, TEXT),
            Map.entry(ValueKind.INTEGER, ORDER), Map.entry(ValueKind.DECIMAL, ORDER), Map.entry(ValueKind.DATE, ORDER),
            Map.entry(ValueKind.PARTIAL_DATE, ORDER), Map.entry(ValueKind.DATE_TIME, ORDER),
            Map.entry(ValueKind.CODE, CHOICE), Map.entry(ValueKind.REGION, CHOICE),
            Map.entry(ValueKind.YES_NO, EnumSet.of(Op.EQUAL, Op.NOT_EQUAL, Op.KNOWN, Op.UNKNOWN)),
            Map.entry(ValueKind.CODES, EnumSet.of(Op.CONTAINS, Op.KNOWN, Op.UNKNOWN)));

    /** What a criterion may name. Implemented over the catalogue. */
    public interface Names {

        /** An element in use; empty when there is none of this code. */
        Optional<ElementInfo> element(ElementCode element);

        boolean hasCode(String codeList, String code);

        /**
         * The resource types whose elements a criterion under a link may name: the type at the far end, and the link's own
         * ({@code household} and {@code member} for the link {@code member}), walked from either end; empty when no such link starts at
         * the type.
         */
        Set<String> linkedTypes(String fromType, String link);
    }

    /**
     * What the check must know of an element or a question.
     *
     * @param codeList  the code list of a code or codes; null when any code goes
     * @param encrypted whether only equality can be asked, by blind index
     */
    public record ElementInfo(ValueKind kind, String codeList, boolean encrypted) {
    }

    private final Names names;
    private final Function<String, Optional<ElementInfo>> questions;
    private final List<CriterionFault> faults = new ArrayList<>();

    private CriterionCheck(Names names, Function<String, Optional<ElementInfo>> questions) {
        this.names = names;
        this.questions = questions;
    }

    /** Checks a criterion about persons that must be answered by the database too: no answers, no patterns. */
    public static List<CriterionFault> ofAudience(Criterion criterion, Names names) {
        CriterionCheck check = new CriterionCheck(names, null);
        check.check(criterion, "", Set.of("person"));
        return check.faults;
    }

    /** Checks a criterion within a form, which may also ask for the answers to its questions and for patterns. */
    public static List<CriterionFault> ofForm(Criterion criterion, Names names, Function<String, Optional<ElementInfo>> questions) {
        CriterionCheck check = new CriterionCheck(names, questions);
        check.check(criterion, "", Set.of("person"));
        return check.faults;
    }

    private void check(Criterion criterion, String path, Set<String> types) {
        switch (criterion) {
            case Criterion.Always() -> { }
            case Criterion.Settled ignored -> { }
            case Criterion.All(List<Criterion> of) -> check(of, path + "/all/", types);
            case Criterion.Any(List<Criterion> of) -> check(of, path + "/any/", types);
            case Criterion.Not(Criterion of) -> check(of, path + "/not", types);
            case Criterion.OfElement test -> element(test, path, types);
            case Criterion.OfAnswer test -> answer(test, path);
            case Criterion.Within ignored -> {
                if (!types.contains("person")) {
                    fault(path + "/by", "relation-elsewhere");
                }
            }
            case Criterion.Linked(String link, Criterion where) -> {
                Set<String> linked = new TreeSet<>();
                types.forEach(type -> linked.addAll(names.linkedTypes(type, link)));
                if (linked.isEmpty()) {
                    fault(path + "/link", "link-unknown", link);
                } else {
                    check(where, path + "/where", linked);
                }
            }
        }
    }

    private void check(List<Criterion> of, String path, Set<String> types) {
        for (int i = 0; i < of.size(); i++) {
            check(of.get(i), path + i, types);
        }
    }

    private void element(Criterion.OfElement test, String path, Set<String> types) {
        Optional<ElementInfo> info = test.element().equals(Age.ELEMENT)
                ? Optional.of(new ElementInfo(ValueKind.INTEGER, null, false)) : names.element(test.element());
        if (info.isEmpty()) {
            fault(path + "/element", "element-unknown", test.element());
        } else if (!types.contains(test.element().resourceType())) {
            fault(path + "/element", "element-elsewhere", test.element());
        } else {
            comparison(info.get(), test.op(), test.values(), path);
        }
    }

    private void answer(Criterion.OfAnswer test, String path) {
        if (questions == null) {
            fault(path + "/answer", "answer-outside-form");
            return;
        }
        Optional<ElementInfo> info = questions.apply(test.question());
        if (info.isEmpty()) {
            fault(path + "/answer", "question-unknown", test.question());
        } else {
            comparison(info.get(), test.op(), test.values(), path);
        }
    }

    private void comparison(ElementInfo info, Op op, List<Literal> values, String path) {
        Set<Op> allowed = info.encrypted() ? EQUALITY : OPS.getOrDefault(info.kind(), PRESENCE);
        if (!allowed.contains(op) || !OPS.getOrDefault(info.kind(), PRESENCE).contains(op) || (op == Op.MATCHES && questions == null)) {
            fault(path + "/op", info.encrypted() ? "operator-encrypted" : "operator-kind", op.json(), info.kind().json());
            return;
        }
        for (int i = 0; i < values.size(); i++) {
            value(info, op, values.get(i), op == Op.IN ? path + "/value/" + i : path + "/value");
        }
    }

    private void value(ElementInfo info, Op op, Literal literal, String path) {
        ValueKind kind = op == Op.CONTAINS || op == Op.MATCHES ? (info.kind() == ValueKind.CODES ? ValueKind.CODE : ValueKind.TEXT)
                : info.kind();
        Optional<Value> value = literal.as(kind, LocalDate.EPOCH);
        if (value.isEmpty()) {
            fault(path, "value-kind", kind.json());
            return;
        }
        if (op == Op.MATCHES && TextPattern.of(((Literal.Words) literal).text()).isEmpty()) {
            fault(path, "pattern");
        }
        switch (value.get()) {
            case Value.Code(String code) when info.codeList() != null && !names.hasCode(info.codeList(), code) ->
                    fault(path, "code-unknown", code, info.codeList());
            case Value.Text(String normal) when kind.isCheckedText() && !literal.equals(new Literal.Words(normal)) ->
                    fault(path, "value-not-normal", kind.json());
            default -> { }
        }
    }

    private void fault(String path, String code, Object... args) {
        faults.add(new CriterionFault(path, code, Arrays.stream(args).map(String::valueOf).toList()));
    }
}
