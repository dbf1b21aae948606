package org.hutong.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Accounts;
import org.hutong.access.Accounts.NewAccount;
import org.hutong.access.Accounts.NewHolding;
import org.hutong.access.Accounts.NewPost;
import org.hutong.access.Role;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The officers of the demo town: an account for each of six departments at each of six levels, named {@code level.department}, the three
 * special roles, and one who holds two posts. All have one password, which is no secret: it opens invented data only.
 */
@Component
@Order(10)
class DemoAccounts implements ApplicationRunner {
    static final String PASSWORD = "hutong-demo";
    private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);
    private static final int DEPUTY_DAYS = 90;
    private static final String FAMILY = "张王李赵刘陈杨黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余";
    private static final String GIVEN = "敏静丽强磊军洋勇艳杰娟涛明超秀兰霞平刚桂英华建国文晓红志伟海燕春梅玉萍永红新";

    private final Accounts accounts;
    private final BusinessDay day;
    private final boolean demo;

    DemoAccounts(Accounts accounts, BusinessDay day, @Value("${hutong.demo:false}") boolean demo) {
        this.demo = demo;
        this.accounts = accounts;
        this.day = day;
    }

    /** An officer of the demo: the post first held, and a second one that is somebody else's. */
    record DemoOfficer(String login, String name, DemoPost post, DemoPost deputyOf) {
        UUID account() {
            return id("account " + login);
        }
    }

    record DemoPost(String key, Localised title, RegionCode region, String department, Set<Role> roles) {
        UUID id() {
            return DemoAccounts.id("post " + key);
        }
    }

    private record Level(String key, String zh, String en, RegionCode region, Set<Role> roles) {
    }

    private record Department(String key, String code, String zh, String en) {
    }

    private static final List<Level> LEVELS = List.of(
            new Level("province", "省", "province", RegionCode.of("320000000000"), Set.of(Role.OFFICER)),
            new Level("city", "市", "city", RegionCode.of("320600000000"), Set.of(Role.OFFICER)),
            new Level("district", "区", "district", RegionCode.of("320613000000"), Set.of(Role.OFFICER)),
            new Level("street", "街道", "street", RegionCode.of("320613002000"), Set.of(Role.OFFICER)),
            new Level("community", "社区", "community", RegionCode.of("320613002001"), Set.of(Role.OFFICER, Role.WORKER)),
            new Level("grid", "网格", "grid", RegionCode.of("320613002001001"), Set.of(Role.WORKER)));

    private static final List<Department> DEPARTMENTS = List.of(
            new Department("health", "health", "卫生健康", "health"),
            new Department("civil", "civil-affairs", "民政", "civil affairs"),
            new Department("police", "police", "公安", "police"),
            new Department("urban", "urban-management", "城市管理", "urban management"),
            new Department("hr", "human-resources", "人力资源和社会保障", "human resources"),
            new Department("disabled", "disabled-federation", "残联", "disabled persons' federation"));

    /** All of them, level by level from the street, where applications are made, to the others. */
    static List<DemoOfficer> officers() {
        List<DemoOfficer> officers = new ArrayList<>();
        for (Level level : LEVELS) {
            for (Department department : DEPARTMENTS) {
                String login = level.key() + "." + department.key();
                officers.add(new DemoOfficer(login, name(officers.size()), post(level, department, login), null));
            }
        }
        RegionCode city = RegionCode.of("320600000000");
        officers.add(special("steward", "数据管理员", "Data steward", city, Role.STEWARD, officers.size()));
        officers.add(special("administrator", "系统管理员", "Administrator", city, Role.ADMINISTRATOR, officers.size()));
        officers.add(special("auditor", "审计员", "Auditor", city, Role.AUDITOR, officers.size()));
        officers.add(new DemoOfficer("two.posts", name(officers.size()),
                post(LEVELS.get(4), DEPARTMENTS.get(1), "community.civil"), post(LEVELS.get(5), DEPARTMENTS.get(0), "grid.health")));
        return officers;
    }

    private static DemoPost post(Level level, Department department, String key) {
        Localised title = level.key().equals("grid")
                ? Localised.of("网格员（" + department.zh() + "）", "Grid worker, " + department.en())
                : Localised.of(level.zh() + department.zh() + "岗", capital(department.en()) + ", " + level.en());
        return new DemoPost(key, title, level.region(), department.code(), level.roles());
    }

    private static DemoOfficer special(String login, String zh, String en, RegionCode region, Role role, int n) {
        return new DemoOfficer(login, name(n), new DemoPost(login, Localised.of(zh, en), region, "civil-affairs", Set.of(role)), null);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!demo) {
            return;
        }
        List<DemoOfficer> officers = officers();
        List<NewHolding> holdings = new ArrayList<>();
        List<NewPost> posts = new ArrayList<>();
        for (DemoOfficer officer : officers) {
            posts.add(newPost(officer.post()));
            holdings.add(new NewHolding(officer.account(), officer.post().id(), SINCE, null, false));
            if (officer.deputyOf() != null) {
                holdings.add(new NewHolding(officer.account(), officer.deputyOf().id(), day.today(), day.today().plusDays(DEPUTY_DAYS), true));
            }
        }
        accounts.add(officers.stream().map(officer -> new NewAccount(officer.account(), officer.login(), officer.name(),
                officer.post().region())).toList(), posts, holdings, PASSWORD);
    }

    private static NewPost newPost(DemoPost post) {
        return new NewPost(post.id(), post.title(), post.region(), post.department(), post.roles());
    }

    private static String name(int n) {
        int first = n * 7 % GIVEN.length();
        String name = "" + FAMILY.charAt(n % FAMILY.length()) + GIVEN.charAt(first);
        return n % 3 == 0 ? name : name + GIVEN.charAt((first + 5) % GIVEN.length());
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static UUID id(String key) {
        return UUID.nameUUIDFromBytes(("hutong demo " + key).getBytes(StandardCharsets.UTF_8));
    }
}
