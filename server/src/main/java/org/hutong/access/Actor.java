package org.hutong.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.jspecify.annotations.Nullable;

/** Who is acting. Every read and write of residents' data happens as somebody. */
public sealed interface Actor {

    /** A short name for journals and sources, never shown to the public. */
    String label();

    /**
     * An officer acting in one post: what may be seen follows from the post, not from the account.
     *
     * @param deputy acts in somebody else's post, for a time
     */
    record Officer(UUID account, String name, UUID post, String postTitle, RegionCode region, String department, Set<Role> roles, boolean deputy)
            implements Actor {

        /** In a post of the own. */
        public Officer(UUID account, String name, UUID post, String postTitle, RegionCode region, String department, Set<Role> roles) {
            this(account, name, post, postTitle, region, department, roles, false);
        }

        /** The name under what was done, for colleagues to read: a deputy's says so. */
        public String signature() {
            return deputy ? name + "（代理）" : name;
        }

        @Override
        public String label() {
            return "post:" + post;
        }

        public boolean is(Role role) {
            return roles.contains(role);
        }
    }

    /**
     * A resident who has signed in.
     *
     * @param wards    minors whose guardian he or she is: everything that is theirs
     * @param mandates of adults who let him or her act, in force today: what each covers
     */
    record Resident(SubjectId person, boolean newcomer, List<SubjectId> wards, List<Mandated> mandates) implements Actor {

        /** Without mandates. */
        public Resident(SubjectId person, boolean newcomer, List<SubjectId> wards) {
            this(person, newcomer, wards, List.of());
        }

        /** One mandate in force. */
        public record Mandated(UUID id, SubjectId principal, MandateScope scope) {
        }

        /**
         * The resident, or the named person when the resident may answer for that person in all matters: a ward, or the principal of a
         * mandate without limits. Empty for anybody else.
         */
        public Optional<SubjectId> answersFor(@Nullable SubjectId named) {
            return named == null || named.equals(person) ? Optional.of(person)
                    : Optional.of(named).filter(one -> wards.contains(one) || mandated(one, MandateScope::coversAll));
        }

        /** The same for one matter, which a mandate may cover. */
        public Optional<SubjectId> answersFor(@Nullable SubjectId named, UUID application, String department) {
            return answersFor(named).or(() -> Optional.ofNullable(named).filter(one -> mandated(one, scope -> scope.covers(application, department))));
        }

        /** Whether the resident acts for this person under a mandate only: who looked at the data is not for an agent to read. */
        public boolean isAgentOf(SubjectId other) {
            return !other.equals(person) && !wards.contains(other);
        }

        /** Adults for whom the resident may act in some matter. */
        public List<SubjectId> principals() {
            return mandates.stream().map(Mandated::principal).distinct().toList();
        }

        /** Wards and principals: all for whom the resident may act in some matter. */
        public List<SubjectId> others() {
            return Stream.concat(wards.stream(), principals().stream()).distinct().toList();
        }

        /** Whether the resident may act for anybody else. */
        public boolean represents() {
            return !wards.isEmpty() || !mandates.isEmpty();
        }

        private boolean mandated(SubjectId principal, Predicate<MandateScope> what) {
            return mandates.stream().anyMatch(one -> one.principal().equals(principal) && what.test(one.scope()));
        }

        @Override
        public String label() {
            return "resident:" + person.id();
        }
    }

    /** The system itself, by the name of the job (sign-in, import, sweeper). */
    record Background(String job) implements Actor {
        @Override
        public String label() {
            return "job:" + job;
        }
    }
}
