import {
  ActionIcon,
  Anchor,
  Button,
  NavLink,
  type ActionIconProps,
  type AnchorProps,
  type ButtonProps,
  type NavLinkProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Rest = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style' | 'href'> & {
  ref?: Ref<HTMLAnchorElement>;
};

// Mantine's components as links of the router: `to`, `params` and `search` are checked, which `component={Link}` loses.
export const AnchorLink = createLink((props: Omit<AnchorProps, 'href'> & Rest) => <Anchor {...props} />);
export const ButtonLink = createLink((props: Omit<ButtonProps, 'href'> & Rest) => <Button component="a" {...props} />);
export const NavigationLink = createLink((props: Omit<NavLinkProps, 'href'> & Rest) => <NavLink {...props} />);
export const ActionIconLink = createLink((props: Omit<ActionIconProps, 'href'> & Rest & { 'aria-label': string }) => (
  <ActionIcon component="a" {...props} />
));
