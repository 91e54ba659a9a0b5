import { AppShell, Burger, Group, Menu, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { Outlet, useLocation, useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

import { LanguageSwitch } from '../shared/language-switch';
import { NavigationLink } from '../shared/links';
import { ThemeSwitch } from '../shared/theme-switch';
import { useTexts } from '../shared/i18n';
import { Brand } from './brand';
import { sections } from './navigation';
import { OfflineBand } from './offline-band';
import { useMe } from './session';
import { useKeepLanguage } from './use-keep-language';
import { useSignOut } from './use-sign-out';

/** The frame of the pages of work: menu beside, person and switches above. */
export function AppFrame() {
  const { t } = useTexts();
  const [opened, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  useEffect(() => close(), [pathname, close]);

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 248, breakpoint: 'md', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a href="#content" className="skip-link">
        {t('page.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px={{ base: 'xs', sm: 'md' }} justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={opened ? t('page.closeMenu') : t('page.openMenu')}
              aria-expanded={opened}
            />
            <Brand />
          </Group>
          <Group gap={4} wrap="nowrap">
            <Group visibleFrom="xs">
              <KeptLanguageSwitch />
            </Group>
            <ThemeSwitch />
            <PersonMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t('page.navigation')}>
        <MainMenu />
        <Group hiddenFrom="xs" mt="md">
          <KeptLanguageSwitch />
        </Group>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className="quiet-focus">
        <OfflineBand />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}

function KeptLanguageSwitch() {
  return <LanguageSwitch onChoose={useKeepLanguage()} />;
}

function MainMenu() {
  const { t } = useTexts();
  const me = useMe();
  const { pathname } = useLocation();
  const { navigation } = useRouter().options.context;
  const visible = navigation.filter(
    (entry) =>
      entry.permissions.length === 0 || entry.permissions.some((permission) => me.permissions.includes(permission)),
  );
  return (
    <Stack gap="md">
      {sections.map((section) => {
        const entries = visible.filter((entry) => entry.section === section.name);
        if (entries.length === 0) return null;
        return (
          <Stack key={section.name} gap={2} role="group" aria-label={section.label && t(section.label)}>
            {section.label && (
              <Text size="xs" fw={600} c="dimmed" px="sm" aria-hidden>
                {t(section.label)}
              </Text>
            )}
            {entries.map((entry) => {
              const active = entry.to === '/' ? pathname === '/' : pathname.startsWith(entry.to);
              return (
                <NavigationLink
                  key={entry.to}
                  to={entry.to}
                  label={t(entry.label)}
                  leftSection={<entry.icon size={20} stroke={1.6} />}
                  active={active}
                  aria-current={active ? 'page' : undefined}
                  className="menu-line"
                />
              );
            })}
          </Stack>
        );
      })}
    </Stack>
  );
}

function PersonMenu() {
  const { t } = useTexts();
  const me = useMe();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const name = `${me.familyName} ${me.givenName}`;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className="person-button" aria-label={`${t('nav.account')}: ${name}`}>
          <IconUserCircle size={24} stroke={1.5} aria-hidden />
          <Text size="sm" visibleFrom="sm" truncate maw={180}>
            {name}
          </Text>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          <br />
          {me.roles.map((role) => t(`role.${role}`)).join(', ')}
        </Menu.Label>
        <Menu.Item
          leftSection={<IconUserCircle size={18} aria-hidden />}
          onClick={() => void navigate({ to: '/account' })}
        >
          {t('nav.account')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={() => signOut.mutate()}>
          {t('action.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
