package org.hutong.bench.onceonly;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.hutong.bench.drill.Caller;
import org.hutong.bench.drill.ServerProcess;
import org.hutong.bench.onceonly.PaperManifest.Element;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.town.Town;
import org.hutong.town.TownRegion;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./hutong once-only}: nobody is asked what has been told. */
@Command(name = "once-only", description = "Fill real forms one after another with invented households, in random orders; no question may come twice.",
        mixinStandardHelpOptions = true)
public final class OnceOnly implements Callable<Integer> {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int SHOWN = 20;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "columns of the forms, tab-separated (default: the sixteen that ship)")
    private Path file;
    @Option(names = "--url", description = "a running demo server (default: starts one of its own on a temporary directory)")
    private String url;
    @Option(names = "--orders", defaultValue = "20", description = "random orders, each with fresh people (default ${DEFAULT-VALUE})")
    private int orders;
    @Option(names = "--seed", defaultValue = "1", description = "the same seed fills the same forms in the same orders (default ${DEFAULT-VALUE})")
    private long seed;
    @Option(names = "--no-write-back", description = "the control: what is said does not become data, and questions must come twice")
    private boolean noWriteBack;
    @Option(names = "--town-persons", defaultValue = "10000", description = "people of the server's demo town (default ${DEFAULT-VALUE})")
    private long townPersons;
    @Option(names = "--town-seed", defaultValue = "1", description = "seed of the server's demo town (default ${DEFAULT-VALUE})")
    private long townSeed;
    @Option(names = "--region", defaultValue = "320613000000", description = "where the people live and the forms are published (default ${DEFAULT-VALUE})")
    private String region;

    @Override
    public Integer call() throws Exception {
        List<PaperForm> forms = read();
        if (url != null) {
            return run(url, forms);
        }
        Path home = Files.createTempDirectory("hutong-once-only-");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        List<String> settings = List.of("--hutong.demo=true", "--hutong.town.persons=" + townPersons, "--hutong.town.seed=" + townSeed,
                "--hutong.access.even-time=1ms", "--hutong.access.codes-per-address=100000", "--hutong.access.tries-per-address=100000");
        int status;
        try (ServerProcess server = new ServerProcess(Path.of(System.getProperty("hutong.server-jar")), home, settings)) {
            System.out.println("starting a server with an invented town of " + townPersons + " people ...");
            server.start();
            server.awaitUp();
            status = run(server.url(), forms);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + " (data and log stay in " + home + ")", e);
        }
        try (Stream<Path> files = Files.walk(home)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        return status;
    }

    private List<PaperForm> read() throws IOException {
        if (file != null) {
            try (BufferedReader in = Files.newBufferedReader(file)) {
                return PaperForm.read(in);
            }
        }
        try (InputStream shipped = OnceOnly.class.getResourceAsStream("/forms/columns.tsv")) {
            return PaperForm.read(new BufferedReader(new InputStreamReader(shipped, StandardCharsets.UTF_8)));
        }
    }

    private int run(String server, List<PaperForm> forms) throws IOException {
        Offices offices = Offices.signIn(server, region);
        Map<String, Element> catalogue = offices.catalogue(forms);
        Map<String, List<String>> codeLists = offices.codeLists(catalogue.values());
        Map<PaperForm, String> applications = new LinkedHashMap<>();
        for (PaperForm form : forms) {
            applications.put(form, offices.publish(form, region, catalogue));
        }
        System.out.printf("%d forms with %d columns are published to %s as %s%n", forms.size(), columns(forms), region, server);
        TownFacts town = TownFacts.of(townSeed, townPersons, LocalDate.now(ZONE));
        RegionCode place = RegionCode.of(region);
        List<String> communities = Town.regions().stream().map(TownRegion::code).filter(code -> code.level() == 5 && place.contains(code)).map(RegionCode::toString).toList();
        Map<String, Period> validFor = new HashMap<>();
        catalogue.values().stream().filter(element -> !element.validFor().isEmpty()).forEach(element -> validFor.put(element.code(), Period.parse(element.validFor())));

        Households households = new Households(server, town, place, new Random(seed));
        Tally total = new Tally();
        List<String> complaints = new ArrayList<>();
        int onFile = 0;
        int wards = 0;
        int newcomers = 0;
        for (int order = 0; order < orders; order++) {
            Random random = new Random(seed * 1_000_003 + order);
            Inventor inventor = new Inventor(random, codeLists, communities);
            Known judge = new Known(validFor, LocalDate.now(ZONE));
            List<Person> household = households.next(order, inventor, judge);
            for (Person person : household) {
                onFile += person.isNew() || person.ward() != null ? 0 : 1;
                wards += person.ward() == null ? 0 : 1;
                newcomers += person.isNew() ? 1 : 0;
            }
            List<PaperForm> shuffled = new ArrayList<>(forms);
            Collections.shuffle(shuffled, random);
            Filling filling = new Filling(judge, inventor, random, !noWriteBack, complaints);
            for (PaperForm form : shuffled) {
                for (Person person : household) {
                    filling.fill(form, applications.get(form), person, person == household.getFirst() ? "person.hukouAddress" : "");
                }
            }
            total.add(filling.tally());
            System.out.printf("order %2d: %d people, asked %d, reused %d, derived %d, confirmed %d, repeated %d%n", order + 1, household.size(), filling.tally().asked,
                    filling.tally().reused, filling.tally().derived, filling.tally().confirmed, filling.tally().repeated);
        }
        report(forms, onFile + wards + newcomers, total, complaints);
        System.out.printf("seed %d, %d orders; people on file %d, minors whose guardian answers %d, new persons %d%n%n", seed, orders, onFile, wards, newcomers);
        boolean founded = total.unfounded == 0;
        boolean good = noWriteBack ? total.repeated > 0 : total.repeated == 0 && total.submissions > 0;
        System.out.println(noWriteBack
                ? good ? "the control was caught: without write-back questions come twice" : "THE CONTROL WAS NOT CAUGHT: the judge proves nothing"
                : good ? "nobody was asked what had been told" : "SOMEBODY WAS ASKED WHAT HAD BEEN TOLD");
        if (!founded) {
            System.out.println("SOMETHING WAS TAKEN AS KNOWN THAT NOBODY HAD TOLD");
        }
        return good && founded ? 0 : 1;
    }

    private static int columns(List<PaperForm> forms) {
        return forms.stream().mapToInt(form -> form.columns().size()).sum();
    }

    private static void report(List<PaperForm> forms, int people, Tally total, List<String> complaints) {
        long transaction = forms.stream().flatMap(form -> form.columns().stream()).filter(PaperForm.Column::transaction).count();
        long notAsked = forms.stream().flatMap(form -> form.columns().stream()).filter(column -> !column.byResident()).count();
        System.out.printf("%ncolumns              %6d   on %d forms%ntransaction columns  %6d   %d of them filled by the office or the system%n", columns(forms), forms.size(),
                transaction, notAsked);
        System.out.printf("submissions          %6d   of %d people%nquestions            %6d%n", total.submissions, people, total.questions);
        System.out.printf("asked                %6d   %d of them belong to one application only%n", total.asked, total.own);
        System.out.printf("reused               %6d   %d of them while an objection is looked into%n", total.reused, total.contested);
        System.out.printf("derived              %6d%nconfirmed            %6d   %d values were too old and therefore asked or to be confirmed%n", total.derived,
                total.confirmed, total.expired);
        System.out.printf("corrected            %6d%nrepeated             %6d%nunfounded            %6d   taken as known though nobody had told it%n%n", total.corrected,
                total.repeated, total.unfounded);
        Set<String> distinct = new LinkedHashSet<>(complaints);
        distinct.stream().limit(SHOWN).forEach(line -> System.out.println("  " + line));
        if (distinct.size() > SHOWN) {
            System.out.println("  ... and " + (distinct.size() - SHOWN) + " more");
        }
    }

    /** Picks fresh people for each order: one on file, a child of whom a parent answers where there is one, a newcomer. */
    private static final class Households {
        private final String server;
        private final TownFacts town;
        private final RegionCode place;
        private final List<TownFacts.Adult> parents = new ArrayList<>();
        private final List<TownFacts.Adult> others = new ArrayList<>();
        private final Set<SubjectId> used = new LinkedHashSet<>();

        Households(String server, TownFacts town, RegionCode place, Random random) throws IOException {
            this.server = server;
            this.town = town;
            this.place = place;
            List<TownFacts.Adult> adults = new ArrayList<>(town.adultsIn(place));
            Collections.shuffle(adults, random);
            adults.forEach(adult -> (town.wardsOf(adult.id(), place).isEmpty() ? others : parents).add(adult));
            if (adults.isEmpty()) {
                throw new IOException("nobody of the town who can sign in lives in " + place);
            }
        }

        List<Person> next(int order, Inventor inventor, Known judge) throws IOException {
            List<Person> household = new ArrayList<>();
            TownFacts.Adult adult = fresh(order % 2 == 0 ? parents : others, order % 2 == 0 ? others : parents);
            Caller caller = Offices.resident(server, adult.name(), adult.phone(), adult.idNumber(), null, false);
            household.add(new Person(adult.id().toString(), caller, null, adult.id(), town));
            town.wardsOf(adult.id(), place).stream().limit(1).forEach(ward -> household.add(new Person(ward.toString(), caller, ward, ward, town)));
            household.forEach(person -> person.tellWhatIsOnFile(judge));
            household.add(newcomer(order, inventor, judge));
            return household;
        }

        /** Somebody of whose household nobody has filled a form in an earlier order; two parents have the same child. */
        private TownFacts.Adult fresh(List<TownFacts.Adult> rather, List<TownFacts.Adult> otherwise) throws IOException {
            for (TownFacts.Adult adult : (Iterable<TownFacts.Adult>) Stream.concat(rather.stream(), otherwise.stream())::iterator) {
                Set<SubjectId> touched = new LinkedHashSet<>(town.wardsOf(adult.id(), place));
                touched.add(adult.id());
                town.household(adult.id()).ifPresent(touched::add);
                if (Collections.disjoint(used, touched)) {
                    used.addAll(touched);
                    return adult;
                }
            }
            throw new IOException("the town has too few households in " + place + " for so many orders");
        }

        /** Every second newcomer gives an ID number at sign-in. */
        private Person newcomer(int order, Inventor inventor, Known judge) throws IOException {
            String key = "newcomer " + (order + 1);
            String idNumber = order % 2 == 0 ? inventor.idNumber() : null;
            Caller caller = Offices.resident(server, inventor.name(), inventor.phone(), idNumber, inventor.community(), true);
            judge.tell(key, "person.name");
            judge.tell(key, "person.mobile");
            judge.tell(key, "person.region");
            if (idNumber != null) {
                judge.tell(key, "person.idNumber");
            }
            return Person.newcomer(key, caller);
        }
    }
}
