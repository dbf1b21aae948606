package org.hutong.manifest;

import static org.hutong.schema.manifest.Tables.APPLICATION;
import static org.hutong.schema.manifest.Tables.ASKED;
import static org.hutong.schema.manifest.Tables.DRAFT;
import static org.hutong.schema.manifest.Tables.VERSION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.schema.manifest.tables.records.ApplicationRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Row5;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All SQL of applications. The tables hold no residents' data, so that reading them needs no actor: a resident's request and a
 * background job read the same published manifests.
 */
@Component
class ApplicationStore {
    private final DSLContext dsl;
    private final JsonMapper json = JsonMapper.shared();

    ApplicationStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void insert(Application application, JsonNode manifest) {
        dsl.newRecord(APPLICATION, record(application)).insert();
        dsl.insertInto(DRAFT, DRAFT.APPLICATION, DRAFT.MANIFEST).values(application.id(), jsonb(manifest)).execute();
    }

    Optional<Application> find(UUID id) {
        return dsl.selectFrom(APPLICATION).where(APPLICATION.ID.eq(id)).fetchOptional(ApplicationStore::application);
    }

    /** What was ever published, by the last twelve hexadecimal digits of its id. */
    Optional<Application> publishedByTail(String tail) {
        return dsl.selectFrom(APPLICATION).where(APPLICATION.VERSION.isNotNull()).and(DSL.right(APPLICATION.ID.cast(String.class), 12).eq(tail)).limit(1)
                .fetchOptional(ApplicationStore::application);
    }

    /** Holds the row until the end of the transaction, so that saving and publishing happen one after the other. */
    Optional<Application> lock(UUID id) {
        return dsl.selectFrom(APPLICATION).where(APPLICATION.ID.eq(id)).forUpdate().fetchOptional(ApplicationStore::application);
    }

    void update(Application application) {
        dsl.update(APPLICATION).set(record(application)).where(APPLICATION.ID.eq(application.id())).execute();
    }

    void saveDraft(UUID application, JsonNode manifest) {
        dsl.insertInto(DRAFT, DRAFT.APPLICATION, DRAFT.MANIFEST).values(application, jsonb(manifest))
                .onConflict(DRAFT.APPLICATION).doUpdate().set(DRAFT.MANIFEST, jsonb(manifest)).execute();
    }

    void deleteDraft(UUID application) {
        dsl.deleteFrom(DRAFT).where(DRAFT.APPLICATION.eq(application)).execute();
    }

    Optional<JsonNode> draft(UUID application) {
        return dsl.select(DRAFT.MANIFEST).from(DRAFT).where(DRAFT.APPLICATION.eq(application)).fetchOptional(row -> read(row.value1()));
    }

    void insertVersion(PublishedManifest published, UUID post, Map<String, List<Asked>> asked) {
        dsl.insertInto(VERSION, VERSION.APPLICATION, VERSION.VERSION_, VERSION.MANIFEST, VERSION.PUBLISHED_AT, VERSION.PUBLISHED_BY, VERSION.POST)
                .values(published.application(), published.version(), jsonb(published.manifest().json()), utc(published.publishedAt()),
                        published.publishedBy(), post)
                .execute();
        List<Row5<UUID, Integer, String, String, String>> rows = new ArrayList<>();
        asked.forEach((component, questions) -> questions.stream().filter(question -> question.element() != null)
                .forEach(question -> rows.add(DSL.row(published.application(), published.version(), component, question.question(),
                        question.element().toString()))));
        if (!rows.isEmpty()) {
            dsl.insertInto(ASKED, ASKED.APPLICATION, ASKED.VERSION, ASKED.COMPONENT, ASKED.QUESTION, ASKED.ELEMENT).valuesOfRows(rows).execute();
        }
    }

    Optional<PublishedManifest> version(UUID application, int version) {
        return dsl.selectFrom(VERSION).where(VERSION.APPLICATION.eq(application)).and(VERSION.VERSION_.eq(version))
                .fetchOptional(row -> new PublishedManifest(row.getApplication(), row.getVersion(), Manifest.read(read(row.getManifest())),
                        row.getPublishedAt().toInstant(), row.getPublishedBy()));
    }

    /** Ids and versions of what runs, oldest first. */
    Map<UUID, Integer> running() {
        return dsl.select(APPLICATION.ID, APPLICATION.VERSION).from(APPLICATION).where(APPLICATION.STATE.eq(word(Application.State.RUNNING)))
                .orderBy(APPLICATION.ID).fetchMap(APPLICATION.ID, APPLICATION.VERSION);
    }

    /** What {@link Application#isVisibleTo} says, as SQL; newest first. */
    List<Application> visibleTo(Actor.Officer officer, Collection<Application.State> states, int most) {
        return dsl.selectFrom(APPLICATION).where(visible(officer, states)).orderBy(APPLICATION.ID.desc()).limit(most).fetch(ApplicationStore::application);
    }

    private static Condition visible(Actor.Officer officer, Collection<Application.State> states) {
        RegionCode own = officer.region();
        List<Long> above = new ArrayList<>();
        for (int level = 1; level <= own.level(); level++) {
            above.add(own.at(level).number());
        }
        Condition visible = DSL.falseCondition();
        if (states.contains(Application.State.DRAFT)) {
            visible = visible.or(APPLICATION.STATE.eq(word(Application.State.DRAFT))
                    .and(APPLICATION.OWNER_REGION.between(own.first(), own.last()))
                    .and(APPLICATION.DEPARTMENT.eq(officer.department())));
        }
        List<String> others = states.stream().filter(state -> state != Application.State.DRAFT).map(ApplicationStore::word).toList();
        if (!others.isEmpty()) {
            visible = visible.or(APPLICATION.STATE.in(others)
                    .and(APPLICATION.REGION.between(own.first(), own.last()).or(APPLICATION.REGION.in(above))));
        }
        return visible;
    }

    /**
     * Running applications and drafts within an officer's sight of which the manifest, in force or being worked on, holds one of the texts; newest first.
     *
     * @param texts as they stand in JSON, with the closing quotation mark
     */
    List<Application> naming(Actor.Officer officer, Collection<String> texts, int most) {
        return dsl.selectFrom(APPLICATION).where(visible(officer, EnumSet.of(Application.State.DRAFT, Application.State.RUNNING)))
                .and(inForce(texts).or(DSL.exists(DSL.selectOne().from(DRAFT).where(DRAFT.APPLICATION.eq(APPLICATION.ID)).and(holds(DRAFT.MANIFEST, texts)))))
                .orderBy(APPLICATION.ID.desc()).limit(most).fetch(ApplicationStore::application);
    }

    /** How many run that the officer does not see and of which the version in force holds one of the texts. */
    int namingElsewhere(Actor.Officer officer, Collection<String> texts) {
        return dsl.selectCount().from(APPLICATION).where(APPLICATION.STATE.eq(word(Application.State.RUNNING))).and(inForce(texts))
                .and(DSL.not(visible(officer, EnumSet.of(Application.State.RUNNING)))).fetchSingle().value1();
    }

    private static Condition inForce(Collection<String> texts) {
        return DSL.exists(DSL.selectOne().from(VERSION).where(VERSION.APPLICATION.eq(APPLICATION.ID)).and(VERSION.VERSION_.eq(APPLICATION.VERSION))
                .and(holds(VERSION.MANIFEST, texts)));
    }

    private static Condition holds(Field<JSONB> manifest, Collection<String> texts) {
        return DSL.or(texts.stream().map(text -> DSL.position(manifest.cast(String.class), text).gt(0)).toList());
    }

    /** Applications of a region and department with unpublished work, last saved first. */
    List<Application> drafts(RegionCode ownerRegion, String department, int most) {
        return dsl.selectFrom(APPLICATION).where(APPLICATION.OWNER_REGION.eq(ownerRegion.number())).and(APPLICATION.DEPARTMENT.eq(department))
                .and(DSL.exists(DSL.selectOne().from(DRAFT).where(DRAFT.APPLICATION.eq(APPLICATION.ID))))
                .orderBy(APPLICATION.SAVED_AT.desc(), APPLICATION.ID).limit(most).fetch(ApplicationStore::application);
    }

    /** Running applications that ask for one of the elements in the version in force: element path, application. */
    Map<String, List<UUID>> askers(Collection<String> elements) {
        return dsl.selectDistinct(ASKED.ELEMENT, APPLICATION.ID).from(ASKED)
                .join(APPLICATION).on(APPLICATION.ID.eq(ASKED.APPLICATION)).and(APPLICATION.VERSION.eq(ASKED.VERSION))
                .where(ASKED.ELEMENT.in(elements)).and(APPLICATION.STATE.eq(word(Application.State.RUNNING)))
                .orderBy(ASKED.ELEMENT, APPLICATION.ID)
                .fetchGroups(ASKED.ELEMENT, APPLICATION.ID);
    }

    private static ApplicationRecord record(Application application) {
        ApplicationRecord row = new ApplicationRecord();
        row.setId(application.id());
        row.setState(word(application.state()));
        row.setTemplate(application.template());
        row.setRegion(application.region().number());
        row.setOwnerRegion(application.ownerRegion().number());
        row.setDepartment(application.department());
        row.setTitleZh(application.title().zh());
        row.setTitleEn(application.title().en());
        row.setVersion(application.version() == 0 ? null : application.version());
        row.setRevision(application.revision());
        row.setCreatedAt(utc(application.createdAt()));
        row.setSavedAt(utc(application.savedAt()));
        row.setSavedBy(application.savedBy());
        row.setClosedAt(application.closedAt() == null ? null : utc(application.closedAt()));
        return row;
    }

    private static Application application(ApplicationRecord row) {
        return new Application(row.getId(), Application.State.valueOf(row.getState().toUpperCase(Locale.ROOT)), row.getTemplate(),
                new RegionCode(row.getRegion()), new RegionCode(row.getOwnerRegion()), row.getDepartment(),
                Localised.of(row.getTitleZh(), row.getTitleEn()), row.getVersion() == null ? 0 : row.getVersion(), row.getRevision(),
                row.getCreatedAt().toInstant(), row.getSavedAt().toInstant(), row.getSavedBy(),
                row.getClosedAt() == null ? null : row.getClosedAt().toInstant());
    }

    private static String word(Application.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private JSONB jsonb(JsonNode node) {
        return JSONB.valueOf(json.writeValueAsString(node));
    }

    private JsonNode read(JSONB value) {
        return json.readTree(value.data());
    }
}
