package org.hutong.catalogue.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.hutong.catalogue.match.Match.Reason;
import org.hutong.kernel.IdNumber;
import org.hutong.kernel.Phone;
import org.hutong.kernel.Uscc;
import org.hutong.kernel.Value;

/**
 * Says which data element a column means. In this order: what officers have corrected; the wording as known; whom it is about and the rest as known;
 * rules; the most similar wording. How sure each way is was measured on forms left out in turn; what is not sure is marked for somebody to look at.
 */
public final class ColumnMatcher {
    private static final double KNOWN = 0.99;
    private static final double BY_PERSON = 0.97;
    private static final double BY_RULE = 0.94;
    private static final double PERHAPS = 0.7;
    private static final double SEVERAL = 0.6;
    private static final double ALIKE = 0.5;
    private static final double LITTLE_ALIKE = 0.45;
    /** Questions for a yes or no have much in common that says nothing. */
    private static final double WHETHER_ALIKE = 0.65;
    private static final double NOTHING = 0.3;
    private static final double SAMPLES_AGREE = 0.8;
    private static final int FEWEST_SAMPLES = 3;

    /** Wordings that everywhere mean now one thing, now another: a certificate of whichever kind, the address lived at or registered at. */
    private static final Set<String> LOOSE = Set.of("证件号码", "证件号", "证件编号", "住址", "证件到期日期", "证件有效期", "登记住址", "编码", "代码", "单位", "地点",
            "学校", "学校名称", "就读学校", "所在学校", "在读学校", "户口所在地", "户籍所在地", "来本地时间", "负责人", "人数", "居住人数", "企业类型", "单位类型", "工作地点");

    /** Of a dwelling it is not said whose: of the owner, of a tenant. */
    private static final Set<String> WHOSE = Set.of("姓名", "联系电话", "电话", "联系方式", "手机号码", "手机号", "身份证号", "身份证号码");

    private final Vocabulary vocabulary;
    private final Map<String, Meaning> corrections;

    /** @param corrections what officers of this deployment have said about wordings; outranks everything else */
    public ColumnMatcher(Vocabulary vocabulary, Map<String, Meaning> corrections) {
        this.vocabulary = vocabulary;
        this.corrections = new HashMap<>();
        corrections.forEach((head, meaning) -> this.corrections.put(Wording.of(head).main(), meaning));
    }

    /** Whom or what the rows of a form are about. */
    public enum About {
        PERSON, HOUSEHOLD, DWELLING, ORGANISATION;

        /** By the subject that a column file names, then by the title. */
        public static About of(String subject, String title) {
            return switch (subject) {
                case "house", "dwelling" -> DWELLING;
                case "household" -> HOUSEHOLD;
                case "organisation", "org", "enterprise" -> ORGANISATION;
                default -> title.matches(".*(企业|单位|场所|商户|门店|店铺|机构|经营|用工).*(登记|信息|台账|排查|采集|情况|检查).*") && !title.matches(".*(人员|居民|个人|人口|职工).*")
                        ? ORGANISATION : title.matches(".*(房屋|自建房|出租屋|出租房|楼栋|建筑).*") ? DWELLING : PERSON;
            };
        }
    }

    /**
     * One column.
     *
     * @param head    as on the form; of two levels joined by {@code /}
     * @param samples some values, may be empty
     */
    public record Column(String head, List<String> samples) {
    }

    /** The columns of one form, in their order. */
    public List<Match> match(About about, List<Column> columns) {
        List<Match> matches = new ArrayList<>();
        for (Column column : columns) {
            matches.add(bySamples(column, match(about, column.head)));
        }
        return onceEach(matches);
    }

    /** A form asks for one thing once: of two columns for one element at least one means something else, such as the region beside the street and number. */
    private static List<Match> onceEach(List<Match> matches) {
        Map<Meaning, Integer> times = new HashMap<>();
        matches.stream().map(Match::meaning).filter(Meaning.Element.class::isInstance).forEach(meaning -> times.merge(meaning, 1, Integer::sum));
        return matches.stream().map(match -> times.getOrDefault(match.meaning(), 1) > 1 && match.reason() != Reason.CORRECTED && !match.doubtful()
                ? with(match, PERHAPS, Reason.SEVERAL_MEANINGS) : match).toList();
    }

    private Match match(About about, String head) {
        Wording wording = Wording.of(head);
        Meaning corrected = corrections.get(wording.main());
        if (corrected != null) {
            return new Match(head, corrected, 1, Reason.CORRECTED);
        }
        boolean otherPerson = wording.notes().stream().anyMatch(note -> note.contains("户主")
                || vocabulary.people().stream().anyMatch(one -> !one.path().isEmpty() && note.contains(one.word())));
        Match found = found(about, head, wording.main());
        return (otherPerson || asksWhether(wording.main()) != isWhether(found)) && !found.doubtful() ? new Match(head, found.meaning(), PERHAPS, Reason.SEVERAL_MEANINGS) : found;
    }

    private static boolean asksWhether(String main) {
        return main.startsWith("是否") || main.startsWith("有无");
    }

    /** Whether a yes or no answers it; of what is no element, and of wordings that were seen, it is not asked. */
    private boolean isWhether(Match match) {
        String main = Wording.of(match.head()).main();
        return match.meaning() instanceof Meaning.Element(var path) && match.reason() != Reason.WORDING && match.reason() != Reason.PERSON_AND_WORDING
                ? vocabulary.yesNo(path.element()) : asksWhether(main);
    }

    private Match found(About about, String head, String main) {
        String plain = main.replace("/", "");
        return aboutIt(about, plain).map(meaning -> match(head, meaning, KNOWN, Reason.WORDING))
                .or(() -> known(about, head, plain))
                .or(() -> ofSomebody(head, main))
                .or(() -> byRule(head, plain, Reason.RULE, BY_RULE))
                .or(() -> alike(head, plain))
                .orElseGet(() -> new Match(head, new Meaning.Transaction(), NOTHING, Reason.NOTHING_ALIKE));
    }

    /** What a bare word means depends on what the rows are about. */
    private static Optional<String> aboutIt(About about, String main) {
        return Optional.ofNullable(switch (about) {
            case DWELLING -> switch (main) {
                case "地址", "详细地址", "坐落", "住址" -> "dwelling.address";
                case "面积" -> "dwelling.area";
                case "性质" -> "dwelling.kind";
                case "名称" -> "dwelling.name";
                case "所属街道", "所属社区", "所在街道", "所在社区" -> "dwelling.region";
                default -> null;
            };
            case ORGANISATION -> switch (main) {
                case "名称", "单位名称", "单位" -> "organisation.name";
                case "地址", "详细地址", "单位地址" -> "organisation.address";
                case "联系电话", "电话", "联系方式" -> "organisation.phone";
                case "人数" -> "organisation.staff";
                default -> null;
            };
            case HOUSEHOLD, PERSON -> null;
        });
    }

    private static Match match(String head, String meaning, double confidence, Reason reason) {
        return new Match(head, Meaning.of(meaning), confidence, reason);
    }

    /** A wording that is used for people and for others means people where the rows are about people. */
    private Optional<Match> known(About about, String head, String main) {
        Set<String> all = vocabulary.meanings(main);
        Set<String> fitting = all.stream().filter(meaning -> meaning.startsWith("organisation.") == (about == About.ORGANISATION))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> meanings = fitting.isEmpty() ? all : fitting;
        if ((LOOSE.contains(main) || about == About.DWELLING && WHOSE.contains(main)) && !meanings.isEmpty()) {
            return Optional.of(match(head, meanings.iterator().next(), PERHAPS, Reason.SEVERAL_MEANINGS));
        }
        return meanings.isEmpty() ? Optional.empty()
                : Optional.of(match(head, meanings.iterator().next(), meanings.size() == 1 ? KNOWN : SEVERAL, meanings.size() == 1 ? Reason.WORDING : Reason.SEVERAL_MEANINGS));
    }

    /** "监护人电话": of the guardian, and what of him or her. */
    private Optional<Match> ofSomebody(String head, String main) {
        for (Vocabulary.People one : vocabulary.people()) {
            if (main.startsWith(one.word()) && main.length() > one.word().length()) {
                String rest = main.substring(one.word().length()).replaceFirst("^[/的]", "").replace("/", "");
                Optional<Match> found = known(About.PERSON, head, rest).filter(known -> !known.doubtful()).map(known -> with(known, BY_PERSON, Reason.PERSON_AND_WORDING))
                        .or(() -> byRule(head, rest, Reason.PERSON_AND_RULE, BY_RULE));
                if (found.isPresent()) {
                    return found.flatMap(match -> of(one.path(), match));
                }
            }
        }
        return Optional.empty();
    }

    private static Match with(Match match, double confidence, Reason reason) {
        return new Match(match.head(), match.meaning(), confidence, reason);
    }

    /** Only what is asked of persons is asked of somebody linked. */
    private static Optional<Match> of(String path, Match match) {
        if (!(match.meaning() instanceof Meaning.Element(var element))) {
            return Optional.of(path.isEmpty() || match.doubtful() ? match : with(match, PERHAPS, match.reason()));
        }
        if (!element.link().isEmpty() || !element.element().resourceType().equals("person")) {
            return path.isEmpty() ? Optional.of(match) : Optional.empty();
        }
        return Optional.of(path.isEmpty() ? match : new Match(match.head(), Meaning.of(path + "/" + element.element().code()), match.confidence(), match.reason()));
    }

    private Optional<Match> byRule(String head, String main, Reason reason, double sure) {
        return vocabulary.rules().stream().filter(rule -> rule.pattern().matcher(main).matches()).findFirst()
                .map(rule -> match(head, rule.meaning(), rule.sure() ? sure : PERHAPS, reason));
    }

    /** The wording with most pairs of characters in common. */
    private Optional<Match> alike(String head, String main) {
        Set<String> mine = pairs(main);
        double best = 0;
        String meaning = null;
        for (Map.Entry<String, Set<String>> wording : vocabulary.wordings().entrySet()) {
            Set<String> theirs = pairs(wording.getKey());
            long both = theirs.stream().filter(mine::contains).count();
            double share = 2.0 * both / (mine.size() + theirs.size());
            if (share > best) {
                best = share;
                meaning = wording.getValue().iterator().next();
            }
        }
        return best < (main.startsWith("是否") ? WHETHER_ALIKE : LITTLE_ALIKE) ? Optional.empty() : Optional.of(match(head, meaning, ALIKE * best + ALIKE / 2, Reason.SIMILAR));
    }

    private static Set<String> pairs(String text) {
        String framed = "^" + text + "$";
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= framed.length(); i++) {
            pairs.add(framed.substring(i, i + 2));
        }
        return pairs;
    }

    /** Numbers with a check digit say by themselves what they are; values that cannot be what the wording says make it doubtful. */
    private static Match bySamples(Column column, Match match) {
        List<String> samples = column.samples.stream().map(String::strip).filter(sample -> !sample.isEmpty()).toList();
        if (samples.size() < FEWEST_SAMPLES) {
            return match;
        }
        String kind = share(samples, sample -> IdNumber.read(sample) instanceof Value) >= SAMPLES_AGREE ? "person.idNumber"
                : share(samples, sample -> Uscc.read(sample) instanceof Value) >= SAMPLES_AGREE ? "organisation.uscc"
                : share(samples, sample -> sample.matches("1\\d{10}") && Phone.read(sample) instanceof Value) >= SAMPLES_AGREE ? "person.mobile" : null;
        if (kind == null) {
            return match;
        }
        String said = match.meaning().written();
        if (said.equals(kind) || said.endsWith("/" + kind) || kind.equals("person.mobile") && said.matches(".*(mobile|[pP]hone)")) {
            return match.doubtful() ? with(match, BY_PERSON, Reason.SAMPLES) : match;
        }
        return match.doubtful() ? match(column.head, kind, BY_RULE, Reason.SAMPLES) : with(match, SEVERAL, Reason.SEVERAL_MEANINGS);
    }

    private static double share(List<String> samples, java.util.function.Predicate<String> test) {
        return (double) samples.stream().filter(test).count() / samples.size();
    }
}
