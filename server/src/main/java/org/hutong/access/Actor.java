package org.hutong.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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

    /** A resident who has signed in; {@code wards} are the persons he or she may answer for. */
    record Resident(SubjectId person, boolean newcomer, List<SubjectId> wards) implements Actor {

        /** The resident, or the named person when the resident may answer for that person; empty for anybody else. */
        public Optional<SubjectId> answersFor(@Nullable SubjectId named) {
            return named == null || named.equals(person) ? Optional.of(person) : wards.stream().filter(named::equals).findFirst();
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
