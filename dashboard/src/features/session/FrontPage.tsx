import { Center, Container, Group, Paper, SegmentedControl, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { setLanguage, useLanguage } from '../../ui/language.ts';

/** A page for who is not signed in. */
export function FrontPage({ title, children }: { title: string; children: ReactNode }) {
  const language = useLanguage();
  return (
    <Container size={460} py="xl" component="main">
      <Stack>
        <Group justify="space-between">
          <Group gap="xs">
            <img src="/icon.svg" width={32} height={32} alt="" />
            <Title order={2} size="h3" component="p">
              Ngorder
            </Title>
          </Group>
          <SegmentedControl
            size="xs"
            aria-label="Bahasa / Language"
            value={language}
            onChange={(value) => setLanguage(value)}
            data={[
              { value: 'id', label: 'Indonesia' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Group>
        <Paper withBorder p="lg" radius="md">
          <Center mb="md">
            <Title order={1} size="h3">
              {title}
            </Title>
          </Center>
          {children}
        </Paper>
      </Stack>
    </Container>
  );
}
